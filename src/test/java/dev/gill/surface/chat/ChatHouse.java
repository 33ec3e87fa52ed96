package dev.gill.surface.chat;

import dev.gill.TemporaryFolder;
import dev.gill.answer.Answerer;
import dev.gill.answer.QuoteSeal;
import dev.gill.answer.QuotingAnswerer;
import dev.gill.ledger.AskedOn;
import dev.gill.ledger.FeedbackBox;
import dev.gill.ledger.NoticeBook;
import dev.gill.ledger.Said;
import dev.gill.ledger.Trail;
import dev.gill.model.Answer;
import dev.gill.model.Audience;
import dev.gill.model.DocId;
import dev.gill.model.GroupId;
import dev.gill.model.Identity;
import dev.gill.model.Origin;
import dev.gill.model.People;
import dev.gill.model.Question;
import dev.gill.model.Reader;
import dev.gill.retrieve.Shelf;
import dev.gill.surface.Asking;
import dev.gill.surface.Languages;
import dev.gill.surface.ListedSources;
import dev.gill.surface.SmallAnswers;
import dev.gill.surface.WordingAnswerer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** What stands behind a chat in tests: the real parts, documents of the test's, and its people. */
public final class ChatHouse implements AutoCloseable {
  public final Shelf shelf = new Shelf();
  public final ListedSources sources = new ListedSources();
  public final Map<Identity, Set<String>> groups = new HashMap<>();
  public final Path data = TemporaryFolder.untilExit("gill-chat-");
  public final FeedbackBox box = FeedbackBox.in(data, true);

  /** Who asked what, and what was said of it. */
  public final KeptTrail trail = new KeptTrail();

  public final NoticeBook notices = NoticeBook.in(data);

  /** Verified answers, which become documents on the shelf. */
  public final SmallAnswers answers = new SmallAnswers(shelf);

  /** A trail in memory. */
  public static final class KeptTrail implements Trail {
    /** Who asked, in order. */
    public final List<Question> asked = new CopyOnWriteArrayList<>();

    /** What was said of which answer. */
    public final Map<String, List<Said>> said = new ConcurrentHashMap<>();

    @Override
    public Optional<String> keep(AskedOn surface, Question question, Answer answer) {
      asked.add(question);
      return Optional.of("entry" + asked.size());
    }

    @Override
    public void say(String entry, Said opinion) {
      said.computeIfAbsent(entry, _ -> new CopyOnWriteArrayList<>()).add(opinion);
    }
  }

  /** Below where a chat model is asked to word answers; they are quotes without. */
  public final AtomicReference<URI> model = new AtomicReference<>();

  private final Answerer answerer =
      new WordingAnswerer(
          new QuotingAnswerer(shelf.retriever(), _ -> Optional.of(now().minusSeconds(3))), model);
  private volatile Instant now = Instant.parse("2026-11-20T09:00:03Z");

  public Instant now() {
    return now;
  }

  public void pass(Duration time) {
    now = now.plus(time);
  }

  /** Somebody belongs to groups of the configuration. */
  public void member(Identity identity, String... names) {
    groups.put(identity, Set.of(names));
  }

  public Reader reader(Set<Identity> asker) {
    Set<GroupId> mine = new HashSet<>();
    for (Identity identity : asker) {
      groups.getOrDefault(identity, Set.of()).forEach(name -> mine.add(GroupId.configured(name)));
    }
    return new Reader(asker, mine);
  }

  /** Puts a page on the shelf that somebody wrote a number of days ago. */
  public void put(String id, String title, String author, int days, Audience who, String text) {
    Origin origin =
        new Origin(
            "https://wiki.example.org/" + title.replace(' ', '_'),
            title,
            author,
            now.minus(Duration.ofDays(days)));
    shelf.put(DocId.parse(id), "of " + text.hashCode(), origin, who, text);
  }

  /** Takes a page off the shelf. */
  public void remove(String id) {
    shelf.remove(DocId.parse(id));
  }

  public ChatParts parts() {
    return new ChatParts(
        new Asking(answerer, trail),
        trail,
        this::reader,
        People.NONE,
        shelf.engine(),
        sources,
        new Languages(),
        new QuoteSeal(new byte[QuoteSeal.KEY_BYTES]),
        box,
        notices,
        answers,
        new PageAddress(Optional.of(URI.create("https://gill.example.com"))),
        this::now);
  }

  public Desk desk(AskedOn product, Roster roster, Speaker speaker) {
    return new Desk(parts(), product, roster, speaker);
  }

  @Override
  public void close() {
    shelf.close();
  }
}

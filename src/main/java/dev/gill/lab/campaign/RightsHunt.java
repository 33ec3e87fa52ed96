package dev.gill.lab.campaign;

import dev.gill.answer.QuotingAnswerer;
import dev.gill.embed.Embedders;
import dev.gill.index.Engines;
import dev.gill.index.Filter;
import dev.gill.index.IndexEngine;
import dev.gill.index.Snapshot;
import dev.gill.model.Answer;
import dev.gill.model.Question;
import dev.gill.model.Reader;
import dev.gill.model.Scope;
import dev.gill.model.SourceId;
import dev.gill.parse.Parser;
import dev.gill.retrieve.Aids;
import dev.gill.retrieve.Retriever;
import dev.gill.sync.Breathing;
import dev.gill.sync.Followed;
import dev.gill.sync.Intake;
import dev.gill.sync.SourceStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * Many people ask about pages of a real server whose rights change all the time, and each answer,
 * hit, suggestion, heading and failure that they get is held against who could read the page there
 * at that moment or since the last look before it.
 */
public final class RightsHunt {
  /** The systems on which there are hunts. */
  public static final List<String> NAMES = List.of("mediawiki", "dokuwiki", "matrix", "slack");

  private static final SourceId SOURCE = new SourceId(GillProcess.SOURCE);
  private static final int ASKS_A_CHANGE = 10;

  /** What makes the followed source of its settings, with a folder for what it notes. */
  public interface Following extends BiFunction<Map<String, String>, Path, Followed> {}

  /**
   * What a hunt came to.
   *
   * @param answered how many of the asks were answered, and not only shown what is near
   * @param seen how many pages were shown in all
   * @param failed how many of them by a failure, as the list of sources shows it
   * @param changes how often rights or pages were changed meanwhile
   * @param oldest how old at most what Gill knew was when it answered
   * @param late how long at most after a right was lost a page was still shown
   * @param leaks a line for each page that was shown to somebody who could not read it
   */
  public record Report(
      String name,
      int asks,
      int answered,
      int seen,
      int failed,
      int changes,
      Duration oldest,
      Duration late,
      List<String> leaks) {}

  private final Path work;
  private final Engines engines;
  private final Embedders embedders;
  private final Parser parser;
  private final String recipe;
  private final Following following;
  private final Consumer<String> progress;

  /** Works in an empty folder. */
  public RightsHunt(
      Path work,
      Engines engines,
      Embedders embedders,
      Parser parser,
      String recipe,
      Following following,
      Consumer<String> progress) {
    this.work = work;
    this.engines = engines;
    this.embedders = embedders;
    this.parser = parser;
    this.recipe = recipe;
    this.following = following;
    this.progress = progress;
  }

  /**
   * Hunts.
   *
   * @param name one of {@link #NAMES}
   */
  public Report run(String name, int asks, long seed) throws Exception {
    Random random = new Random(seed);
    History history = new History();
    Path folder = Files.createDirectories(work.resolve("server"));
    try (Wilds wilds =
            switch (name) {
              case "mediawiki" -> MediaWilds.start(folder, random);
              case "dokuwiki" -> DokuWilds.start(folder, random);
              case "matrix", "slack" ->
                  new ChatWilds(ChatServer.start(name, ChatWilds.PEOPLE), random);
              default ->
                  throw new IllegalArgumentException(
                      "There is no hunt on '%s'; there are %s."
                          .formatted(name, String.join(", ", NAMES)));
            };
        IndexEngine engine =
            engines.open(work.resolve("index"), new HashSet<>(embedders.spaces().values()))) {
      wilds.fill(random, history);
      progress.accept("the server is filled");
      Intake intake =
          new Intake(engine, new Refusing(parser), recipe, embedders, Clock.systemUTC());
      Followed followed = following.apply(wilds.settings(), work.resolve("notes"));
      try (Breathing breathing =
          new Breathing(List.of(followed), engine, intake, Clock.systemUTC())) {
        breathing.breatheOnce();
        breathing.start();
        wilds.events(
            body -> {
              breathing.hook(SOURCE, body);
              breathing.lookNow(SOURCE);
            });
        return hunt(name, asks, random, wilds, history, engine, breathing);
      }
    }
  }

  private Report hunt(
      String name,
      int asks,
      Random random,
      Wilds wilds,
      History history,
      IndexEngine engine,
      Breathing breathing)
      throws Exception {
    QuotingAnswerer answerer =
        new QuotingAnswerer(new Retriever(engine, embedders, Aids.none()), breathing::inStepAt);
    Map<String, Reader> people = new TreeMap<>(wilds.people());
    List<String> names = List.copyOf(people.keySet());
    List<String> marks = List.copyOf(wilds.marks());
    // No page of the hunt is open to everyone yet; the wiki brings some that are.
    long open = counted(engine, Reader.anyone());
    HuntTally tally = new HuntTally(history);
    for (int i = 0; i < asks; i++) {
      if (i % ASKS_A_CHANGE == 0) {
        wilds.change(random, history);
        tally.change();
      }
      String person = names.get(random.nextInt(names.size()));
      Reader reader = people.get(person);
      String wanted = marks.get(random.nextInt(marks.size()));
      Instant known = breathing.inStepAt(SOURCE).orElse(Instant.EPOCH).minus(wilds.blind());
      HuntTally.Ask ask = new HuntTally.Ask(i, person, known);
      tally.failures(ask, failures(engine, breathing, reader));
      Question question = new Question("What is under the word %s?".formatted(wanted), reader);
      Answer answer = answerer.answer(question);
      tally.shown(ask, answer, shown(answer, answerer, engine, question));
      long readable = marks.stream().filter(m -> history.mayHaveRead(m, person, known)).count();
      tally.counted(ask, counted(engine, reader), readable + open);
      if (i % 1000 == 999) {
        progress.accept("%d asks, %d pages seen".formatted(i + 1, tally.seen()));
      }
    }
    return tally.report(name, asks);
  }

  /** The marks of all that somebody gets to see: answers, hits, headings, what is newest. */
  private static Set<String> shown(
      Answer answer, QuotingAnswerer answerer, IndexEngine engine, Question question)
      throws InterruptedException {
    StringBuilder all = new StringBuilder();
    all.append(without(answer.toString(), question));
    all.append(without(answerer.search(question, 5).toString(), question));
    try (Snapshot snapshot = engine.snapshot()) {
      Filter filter = Filter.of(question.reader());
      all.append(snapshot.latest(filter, 5));
      all.append(snapshot.sections("Of mark", filter, 10));
    }
    return Prose.marks(all.toString());
  }

  /**
   * The marks of all that the list of sources says of documents that could not be read, or were
   * left unread.
   */
  private static Set<String> failures(IndexEngine engine, Breathing breathing, Reader reader) {
    StringBuilder all = new StringBuilder();
    try (Snapshot snapshot = engine.snapshot()) {
      Set<Scope> readable = snapshot.access().scopes(reader);
      for (SourceStatus status : breathing.sources()) {
        status.failures().stream()
            .filter(failure -> readable.contains(failure.scope()))
            .forEach(all::append);
        status.passedOver().stream()
            .filter(group -> readable.contains(group.scope()))
            .forEach(all::append);
      }
    }
    return Prose.marks(all.toString());
  }

  /** How many documents the sources page speaks of. */
  private static long counted(IndexEngine engine, Reader reader) {
    try (Snapshot snapshot = engine.snapshot()) {
      return snapshot.extent(Filter.of(reader)).documents();
    }
  }

  private static String without(String said, Question question) {
    return said.replace(question.text(), "");
  }
}

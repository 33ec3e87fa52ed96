package dev.gill.surface;

import dev.gill.answer.Answerer;
import dev.gill.answer.CurrentReader;
import dev.gill.answer.Plain;
import dev.gill.index.Changeset;
import dev.gill.index.DocHead;
import dev.gill.index.IndexEngine;
import dev.gill.index.Snapshot;
import dev.gill.index.StoredDocument;
import dev.gill.ledger.FeedbackBox;
import dev.gill.model.Anchor;
import dev.gill.model.Answer;
import dev.gill.model.Audience;
import dev.gill.model.Block;
import dev.gill.model.Check;
import dev.gill.model.Chunk;
import dev.gill.model.Citation;
import dev.gill.model.DocId;
import dev.gill.model.Origin;
import dev.gill.model.Passage;
import dev.gill.model.Place;
import dev.gill.model.Question;
import dev.gill.model.Range;
import dev.gill.model.Reader;
import dev.gill.model.Scopes;
import dev.gill.model.Scored;
import dev.gill.model.Sentences;
import dev.gill.model.SourceId;
import dev.gill.model.Statement;
import dev.gill.parse.Canonical;
import dev.gill.surface.door.BodyTimeout;
import dev.gill.surface.door.HostNames;
import dev.gill.surface.web.Suggestions;
import dev.gill.sync.Breath;
import dev.gill.sync.Rebuilding;
import dev.gill.sync.SourceStatus;
import dev.gill.sync.SyncMonitor;
import io.quarkus.test.junit.QuarkusTestProfile;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/**
 * A stand-in for the whole house behind the surfaces: no engine, no model, no sources, only
 * documents put here by a test. Chosen by {@link Profile}, so it never meets the real wiring.
 */
@Alternative
@Singleton
public class FakeHouse {
  /** The time that it is in this house. */
  public static final Instant NOW = Instant.parse("2026-11-20T09:00:03Z");

  private static final Pattern BLOCK = Pattern.compile("(?s)\\S.*?(?=\\n\\n|\\z)");

  private final Map<DocId, StoredDocument> documents = new TreeMap<>();

  /** Who asks. */
  public volatile Reader reader = Reader.anyone();

  /** What the sources page shows. */
  public final List<SourceStatus> statuses = new CopyOnWriteArrayList<>();

  /** What is said of a new index. */
  public volatile Optional<Rebuilding> rebuilding = Optional.empty();

  /** What was taken in. */
  public final List<Breath> breaths = new CopyOnWriteArrayList<>();

  /** Where feedback is kept. */
  public final Path kept = temporaryFolder();

  /** Which sources were asked to be looked at. */
  public final List<SourceId> looked = new CopyOnWriteArrayList<>();

  /** Has a test run with this house alone. */
  public static class Profile implements QuarkusTestProfile {
    @Override
    public Set<Class<?>> getEnabledAlternatives() {
      return Set.of(FakeHouse.class);
    }

    /** The real wiring would open models and an index for nothing. */
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("quarkus.arc.exclude-types", "dev.gill.app.*", "gill.http.body-timeout", "60s");
    }
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("gill-feedback-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As it was at first. */
  public synchronized void clear() {
    documents.clear();
    statuses.clear();
    rebuilding = Optional.empty();
    breaths.clear();
    looked.clear();
    reader = Reader.anyone();
  }

  /** Puts a document in, in place of what was there. */
  public synchronized StoredDocument put(
      String id, String revision, Origin origin, Audience audience, String text) {
    DocHead head =
        new DocHead(
            DocId.parse(id), revision, origin, Scopes.of(DocId.parse(id), audience), "test");
    StoredDocument document = new StoredDocument(head, text, chunks(text));
    documents.put(head.id(), document);
    return document;
  }

  /** Takes a document out. */
  public synchronized void remove(String id) {
    documents.remove(DocId.parse(id));
  }

  private static List<Chunk> chunks(String text) {
    List<Chunk> chunks = new ArrayList<>();
    List<String> headings = List.of();
    var blocks = BLOCK.matcher(text);
    while (blocks.find()) {
      String block = blocks.group();
      if (block.startsWith("#") && !block.contains("\n")) {
        int level = block.indexOf(' ');
        List<String> path =
            new ArrayList<>(headings.subList(0, Math.min(level - 1, headings.size())));
        path.add(block.substring(level + 1));
        headings = List.copyOf(path);
      } else {
        int line = (int) text.substring(0, blocks.start()).lines().count() + 1;
        Anchor anchor = new Anchor(blocks.start(), new Place.Line(line));
        boolean first = chunks.isEmpty();
        List<Block> all =
            Canonical.blocks(text).stream()
                .filter(b -> first || (b.start() < blocks.end() && b.end() > blocks.start()))
                .toList();
        chunks.add(Chunk.of(blocks.start(), block, headings, "", all, List.of(anchor)));
      }
    }
    return chunks;
  }

  private synchronized List<Passage> readable(Reader who) {
    return documents.values().stream()
        .filter(d -> Scopes.access().mayRead(who, d.head().scope()))
        .flatMap(d -> d.chunks().stream().map(c -> passage(d.head(), c)))
        .toList();
  }

  private static Passage passage(DocHead head, Chunk chunk) {
    return new Passage(head.id(), head.revision(), head.origin(), chunk);
  }

  private static long shared(String question, String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return Pattern.compile("\\p{IsHan}{2}|\\w{4,}")
        .matcher(question.toLowerCase(Locale.ROOT))
        .results()
        .filter(word -> lower.contains(word.group()))
        .count();
  }

  private List<Scored> ranked(Question question) {
    return readable(question.reader()).stream()
        .sorted(Comparator.comparing((Passage p) -> -shared(question.text(), p.chunk().text())))
        .map(p -> new Scored(p, 0.5, OptionalDouble.of(7.25), OptionalDouble.empty()))
        .toList();
  }

  private Citation cite(int marker, Question question, Passage p) {
    Chunk chunk = p.chunk();
    Range best =
        Sentences.in(chunk.text()).stream()
            .max(Comparator.comparing(r -> shared(question.text(), r.of(chunk.text()))))
            .orElseThrow();
    int start = chunk.start() + best.start();
    return new Citation(
        marker,
        p.doc(),
        p.revision(),
        start,
        chunk.start() + best.end(),
        best.of(chunk.text()),
        Plain.of(chunk, best),
        p.locate(start));
  }

  private Answer answer(Question question) {
    Map<SourceId, Instant> asOf = new TreeMap<>();
    List<Scored> ranked = ranked(question);
    List<Citation> citations = new ArrayList<>();
    for (Scored scored : ranked) {
      asOf.put(scored.passage().doc().source(), NOW.minusSeconds(3));
      if (citations.size() < 2 && shared(question.text(), scored.passage().chunk().text()) > 1) {
        citations.add(cite(citations.size() + 1, question, scored.passage()));
      }
    }
    if (citations.isEmpty()) {
      return new Answer.Unknown(ranked.subList(0, Math.min(3, ranked.size())), asOf);
    }
    if (question.text().contains("perhaps")) {
      return new Answer.Near(citations.getFirst(), asOf);
    }
    return new Answer.Grounded(
        citations.stream().map(c -> new Statement(c.plain(), List.of(c))).toList(), asOf);
  }

  @Produces
  @Singleton
  Answerer answerer() {
    return new Answerer() {
      @Override
      public Answer answer(Question question) throws InterruptedException {
        if (question.text().contains("explode")) {
          throw new IllegalStateException("connection refused, password=hunter2");
        }
        if (question.text().contains("interrupt")) {
          throw new InterruptedException();
        }
        return FakeHouse.this.answer(question);
      }

      @Override
      public List<Scored> search(Question question, int k) {
        return ranked(question).stream().limit(k).toList();
      }
    };
  }

  @Produces
  @Singleton
  IndexEngine index() {
    return new IndexEngine() {
      @Override
      public Snapshot snapshot() {
        return FakeHouse.this.snapshot();
      }

      @Override
      public void commit(Changeset changes) {
        throw new UnsupportedOperationException("surfaces only read");
      }

      @Override
      public void drop(Set<SourceId> sources) {
        throw new UnsupportedOperationException("surfaces only read");
      }

      @Override
      public Check check() {
        return new Check.Ok();
      }

      @Override
      public void close() {}
    };
  }

  private Snapshot snapshot() {
    return (Snapshot)
        Proxy.newProxyInstance(
            Snapshot.class.getClassLoader(),
            new Class<?>[] {Snapshot.class},
            (_, method, arguments) ->
                switch (method.getName()) {
                  case "close" -> null;
                  case "access" -> Scopes.access();
                  case "document" -> document((DocId) arguments[0]);
                  case "head" -> document((DocId) arguments[0]).map(StoredDocument::head);
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private synchronized Optional<StoredDocument> document(DocId id) {
    return Optional.ofNullable(documents.get(id));
  }

  @Produces
  @Singleton
  SyncMonitor monitor() {
    return new SyncMonitor() {
      @Override
      public List<SourceStatus> sources() {
        return List.copyOf(statuses);
      }

      @Override
      public List<Breath> breaths() {
        return List.copyOf(breaths);
      }

      @Override
      public Optional<Rebuilding> rebuilding() {
        return rebuilding;
      }

      @Override
      public boolean lookNow(SourceId source) {
        looked.add(source);
        return statuses.stream().anyMatch(s -> s.source().equals(source));
      }
    };
  }

  @Produces
  @Singleton
  CurrentReader currentReader() {
    return () -> reader;
  }

  @Produces
  @Singleton
  InstantSource clock() {
    return InstantSource.fixed(NOW);
  }

  @Produces
  @Singleton
  HostNames names() {
    return HostNames.of(List.of("gill.example.com", "10.0.0.7"), "0.0.0.0");
  }

  @Produces
  @Singleton
  BodyTimeout bodyTimeout(Config config) {
    return new BodyTimeout(config.getValue("gill.http.body-timeout", Duration.class));
  }

  @Produces
  @Singleton
  FeedbackBox feedback() {
    return FeedbackBox.in(kept, true);
  }

  @Produces
  @Singleton
  Suggestions suggestions() {
    return new Suggestions(
        List.of("How do we restore the database?", "Who approves production access?", "请假需要提前多久？"));
  }
}

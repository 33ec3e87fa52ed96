package dev.gill.retrieve;

import dev.gill.embed.Embedders;
import dev.gill.embed.Scorer;
import dev.gill.index.DocHead;
import dev.gill.index.Filter;
import dev.gill.index.IndexEngine;
import dev.gill.index.Snapshot;
import dev.gill.index.StoredDocument;
import dev.gill.model.Citation;
import dev.gill.model.Passage;
import dev.gill.model.Question;
import dev.gill.model.Reader;
import dev.gill.model.Restriction;
import dev.gill.model.Scored;
import dev.gill.model.Space;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds passages for a question: by words and by nearness, on one snapshot, fused, in the
 * question's language or in another's, and re-read where the language has a reader. Safe for use by
 * several threads.
 */
public final class Retriever {
  /** Hits of each leg that are fused. */
  private static final int DEPTH = 100;

  /** Documents written last that are looked through for what is named. */
  private static final int LATEST = 500;

  private final IndexEngine engine;
  private final Embedders embedders;
  private final Aids aids;
  private final Predicate<Space> whole;
  private final CrossLanguage crossLanguage;

  /** A retriever over one index without aids. */
  public Retriever(IndexEngine engine, Embedders embedders) {
    this(engine, embedders, Aids.none());
  }

  /** A retriever over one index. */
  public Retriever(IndexEngine engine, Embedders embedders, Aids aids) {
    this(engine, embedders, aids, space -> true);
  }

  /**
   * A retriever over an index that may hold few vectors of some embedder, or none, since it was
   * built with another.
   *
   * @param whole the spaces that the whole index is embedded in; what is asked in another is found
   *     by words alone
   */
  public Retriever(IndexEngine engine, Embedders embedders, Aids aids, Predicate<Space> whole) {
    this.engine = engine;
    this.embedders = embedders;
    this.aids = aids;
    this.whole = whole;
    this.crossLanguage = new CrossLanguage(aids.translator());
  }

  /**
   * The k best passages for a question among those that its reader may read.
   *
   * @throws InterruptedException if the thread is interrupted while the question waits to be
   *     embedded
   */
  public Evidence retrieve(Question question, int k) throws InterruptedException {
    Snapshot snapshot = engine.snapshot();
    try {
      Search search =
          new Search(
              snapshot,
              new Filter(question.reader(), question.restriction()),
              embedders,
              whole,
              Math.max(k, DEPTH),
              Math.max(k, Rereading.DEPTH));
      CrossLanguage.Across across = crossLanguage.best(question.text(), search);
      Retrieved found = NamedDocuments.first(question.text(), across.best(), search);
      return evidence(snapshot, found, across.others(), k);
    } catch (RuntimeException | Error | InterruptedException e) {
      snapshot.close();
      throw e;
    }
  }

  /**
   * What the documents begin with that were written last, the newest first.
   *
   * @param about words that the source, the path or the title must have; any if empty
   */
  public List<Passage> latest(Reader reader, Restriction restriction, String about, int k) {
    List<Passage> found = new ArrayList<>();
    try (Snapshot snapshot = engine.snapshot()) {
      for (DocHead head : snapshot.latest(new Filter(reader, restriction), LATEST)) {
        if (found.size() < k && isAbout(head, about)) {
          snapshot.document(head.id()).flatMap(Retriever::opening).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private static boolean isAbout(DocHead head, String about) {
    String named = "%s %s".formatted(head.id(), head.origin().title()).toLowerCase(Locale.ROOT);
    return about.isBlank()
        || Arrays.stream(about.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(named::contains);
  }

  /** The first chunk that is more than headings. */
  private static Optional<Passage> opening(StoredDocument document) {
    DocHead head = document.head();
    return document.chunks().stream()
        .filter(
            chunk ->
                chunk.text().lines().anyMatch(line -> !line.isBlank() && !line.startsWith("#")))
        .findFirst()
        .map(chunk -> new Passage(head.id(), head.revision(), head.origin(), chunk));
  }

  /**
   * Whether each cited document is still at that revision, and may still be read by whoever asked.
   */
  public boolean holds(Question question, List<Citation> citations) {
    try (Snapshot snapshot = engine.snapshot()) {
      return citations.stream()
          .allMatch(
              citation ->
                  snapshot
                      .head(citation.doc())
                      .filter(head -> head.revision().equals(citation.revision()))
                      .filter(head -> snapshot.access().mayRead(question.reader(), head.scope()))
                      .isPresent());
    }
  }

  private Evidence evidence(Snapshot snapshot, Retrieved found, List<Retrieved> others, int k)
      throws InterruptedException {
    Optional<Scorer> reader = aids.readers().of(found.language());
    Tuning tuning = aids.tunings().of(found.language());
    Rereading.Reread reread =
        reader.isEmpty()
            ? new Rereading.Reread(found.passages(), Map.of())
            : Rereading.of(reader.get(), found, tuning.reading());
    List<Scored> best = reread.passages().stream().limit(k).toList();
    return new Evidence(snapshot, found, best, others, reread.readings(), tuning);
  }
}

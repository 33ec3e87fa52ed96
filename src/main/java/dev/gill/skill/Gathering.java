package dev.gill.skill;

import dev.gill.answer.Answerer;
import dev.gill.index.IndexEngine;
import dev.gill.index.Snapshot;
import dev.gill.index.SourceLedger;
import dev.gill.index.StoredDocument;
import dev.gill.model.Chunk;
import dev.gill.model.DocId;
import dev.gill.model.Place;
import dev.gill.model.Question;
import dev.gill.model.Scope;
import dev.gill.model.Scored;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Gathers what a skill is made of, from what its audience may read. */
public final class Gathering {
  private static final int PASSAGES = 40;
  private static final int TOPIC_DOCUMENTS = 8;
  private static final int DOCUMENTS = 30;

  /** UTF-16 units of one document's text. */
  private static final int LONGEST = 12_000;

  /** A passage of a topic has at least this share of the best one's score. */
  private static final double LEAST_SHARE = 0.5;

  private final IndexEngine index;
  private final Optional<Answerer> answerer;

  /**
   * @param answerer finds what is about a topic; needed for topics alone
   */
  public Gathering(IndexEngine index, Optional<Answerer> answerer) {
    this.index = Objects.requireNonNull(index, "index");
    this.answerer = Objects.requireNonNull(answerer, "answerer");
  }

  /**
   * What was gathered.
   *
   * @param asOf the day's moment at which all of it was in step; empty if that is not known
   */
  record Gathered(List<Sheet> sheets, Optional<Instant> asOf) {}

  Gathered of(SkillSpec spec) throws InterruptedException {
    Map<DocId, Set<Integer>> passages =
        spec.subject() instanceof Subject.Topic topic ? passages(topic, spec) : Map.of();
    try (Snapshot snapshot = index.snapshot()) {
      List<Sheet> sheets =
          switch (spec.subject()) {
            case Subject.Topic _ ->
                passages.entrySet().stream()
                    .flatMap(
                        entry ->
                            document(entry.getKey(), spec, snapshot)
                                .flatMap(document -> sheet(document, entry.getValue()))
                                .stream())
                    .toList();
            case Subject.Documents documents ->
                matching(documents, spec, snapshot).stream()
                    .flatMap(doc -> document(doc, spec, snapshot).stream())
                    .flatMap(document -> whole(document).stream())
                    .limit(DOCUMENTS)
                    .toList();
          };
      return new Gathered(sheets, asOf(sheets, snapshot));
    }
  }

  /** By document, the best first: where the passages begin that are about the topic. */
  private Map<DocId, Set<Integer>> passages(Subject.Topic topic, SkillSpec spec)
      throws InterruptedException {
    List<Scored> found =
        answerer.orElseThrow().search(new Question(topic.text(), spec.reader()), PASSAGES);
    double best = found.stream().mapToDouble(Scored::score).max().orElse(0);
    Map<DocId, Set<Integer>> passages = new LinkedHashMap<>();
    for (Scored each : found) {
      DocId doc = each.passage().doc();
      boolean room = passages.size() < TOPIC_DOCUMENTS || passages.containsKey(doc);
      if (room && each.score() >= best * LEAST_SHARE && !isConversation(each.passage().chunk())) {
        passages.computeIfAbsent(doc, _ -> new TreeSet<>()).add(each.passage().chunk().start());
      }
    }
    return passages;
  }

  private static List<DocId> matching(
      Subject.Documents documents, SkillSpec spec, Snapshot snapshot) {
    List<DocId> matching = new ArrayList<>();
    for (Scope scope : snapshot.access().scopes(spec.reader())) {
      snapshot.documents(scope).stream().filter(documents::covers).forEach(matching::add);
    }
    return matching.stream().sorted().toList();
  }

  /** A document, if the audience may read it. */
  private static Optional<StoredDocument> document(DocId doc, SkillSpec spec, Snapshot snapshot) {
    return snapshot
        .document(doc)
        .filter(found -> snapshot.access().mayRead(spec.reader(), found.head().scope()));
  }

  private static Optional<Sheet> sheet(StoredDocument document, Set<Integer> starts) {
    List<Chunk> chunks =
        document.chunks().stream().filter(chunk -> starts.contains(chunk.start())).toList();
    boolean whole = chunks.size() == document.chunks().size();
    return chunks.isEmpty()
        ? Optional.empty()
        : Optional.of(new Sheet(document.head(), chunks, whole));
  }

  private static Optional<Sheet> whole(StoredDocument document) {
    List<Chunk> chunks = document.chunks();
    if (chunks.isEmpty() || chunks.stream().anyMatch(Gathering::isConversation)) {
      return Optional.empty();
    }
    List<Chunk> first =
        chunks.stream().takeWhile(chunk -> chunk.start() == 0 || chunk.end() <= LONGEST).toList();
    List<Chunk> taken = first.isEmpty() ? chunks.subList(0, 1) : first;
    return Optional.of(new Sheet(document.head(), taken, taken.size() == chunks.size()));
  }

  /** What people said to each other shows how they speak. */
  private static boolean isConversation(Chunk chunk) {
    return chunk.anchors().stream().anyMatch(anchor -> anchor.place() instanceof Place.Message);
  }

  private static Optional<Instant> asOf(List<Sheet> sheets, Snapshot snapshot) {
    return sheets.stream()
        .map(sheet -> sheet.head().id().source())
        .collect(Collectors.toSet())
        .stream()
        .flatMap(source -> snapshot.ledger(source).checkpoint().stream())
        .map(SourceLedger.Checkpoint::at)
        .filter(at -> !at.equals(SourceLedger.Checkpoint.NEVER))
        .min(Comparator.naturalOrder());
  }
}

package dev.gill.sync;

import dev.gill.chunk.DocDelta;
import dev.gill.embed.Embedder;
import dev.gill.embed.Embedders;
import dev.gill.index.IndexEngine;
import dev.gill.index.Snapshot;
import dev.gill.model.Chunk;
import dev.gill.model.DocId;
import dev.gill.model.Failure;
import dev.gill.model.Fingerprint;
import dev.gill.model.SourceId;
import dev.gill.model.Space;
import dev.gill.parse.Parser;
import dev.gill.source.Batch;
import dev.gill.source.Change;
import dev.gill.sync.Drafter.Draft;
import dev.gill.sync.Drafter.Drafted;
import dev.gill.sync.WorkQueue.Lane;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The stages between a batch of changes and the changesets that are committed, in their order:
 * classify, parse and chunk, find vectors, make those that are missing, build the changeset.
 * Nothing is written here. All sources may share one.
 */
public final class Intake {
  private final IndexEngine engine;
  private final Embedders embedders;
  private final InstantSource clock;
  private final Drafter drafter;
  private final RecentVectors recent = new RecentVectors();
  private final FormerVectors former = new FormerVectors();

  /** An intake into one index that masks what looks like a secret in any source's documents. */
  public Intake(
      IndexEngine engine,
      Parser parser,
      String parserRecipe,
      Embedders embedders,
      InstantSource clock) {
    this(engine, parser, parserRecipe, Discretion.USUAL, embedders, clock);
  }

  /**
   * An intake into one index.
   *
   * @param parserRecipe names the version of the parsers; when it changes, every document is read
   *     anew
   */
  public Intake(
      IndexEngine engine,
      Parser parser,
      String parserRecipe,
      Discretion discretion,
      Embedders embedders,
      InstantSource clock) {
    this.engine = engine;
    this.embedders = embedders;
    this.clock = clock;
    this.drafter = new Drafter(parser, parserRecipe, discretion, embedders, clock);
  }

  /**
   * Has vectors looked for in the index as it was before sources were withdrawn, until each of
   * these sources was in step once. Takes the snapshot over.
   */
  void reuse(Snapshot before, Set<SourceId> until) {
    recent.keep(before, until);
  }

  /**
   * Has vectors of these spaces looked for in the index that this one is to replace. Close it only
   * after {@link #letGoOfFormer}.
   */
  public void takeOver(IndexEngine replaced, Set<Space> shared) {
    former.of(replaced, shared);
  }

  /** The replaced index is not looked at any more from then on. */
  void letGoOfFormer() {
    former.letGo();
  }

  /** All that this source holds is in the index now. */
  void inStep(SourceId source) {
    recent.inStep(source);
  }

  /** Lets go of what was kept for its vectors. */
  void letGo() {
    recent.letGo();
    former.letGo();
  }

  /** The rules of parsing, masking and chunking that a source's documents go by. */
  String rules(SourceId source) {
    return drafter.rules(source);
  }

  /**
   * Which of a batch's documents are to be read, which are gone, which fail.
   *
   * @throws IllegalArgumentException if it reports on another source's document
   */
  PendingBatch classify(SourceId source, Batch batch) {
    try (Snapshot index = engine.snapshot()) {
      return new Classifier(source, index, drafter, clock).classify(batch);
    }
  }

  /**
   * What goes in a batch that holds more, and has not moved: none of its texts stands in another
   * document of the batch. As long as these are not read, a new one may be where a document moved
   * to, so nothing goes; beside edits alone all goes, and a text that went into one of them is back
   * as soon as that is read.
   */
  Set<DocId> leaving(PendingBatch batch) {
    if (batch.gone().isEmpty() || batch.changed().isEmpty()) {
      return Set.of();
    }
    Set<Fingerprint> texts =
        batch.chunks().stream().map(Chunk::fingerprint).collect(Collectors.toSet());
    try (Snapshot index = engine.snapshot()) {
      if (texts.isEmpty()) {
        boolean edits =
            batch.changed().stream().allMatch(each -> index.head(each.doc()).isPresent());
        return edits ? Set.copyOf(batch.gone().keySet()) : Set.of();
      }
      return batch.gone().keySet().stream()
          .filter(
              doc ->
                  index.document(doc).stream()
                      .flatMap(gone -> gone.chunks().stream())
                      .noneMatch(chunk -> texts.contains(chunk.fingerprint())))
          .collect(Collectors.toSet());
    }
  }

  /** Parses and chunks one document. */
  Drafted draft(Change.Upserted change) {
    return drafter.draft(change);
  }

  /** The vectors that exist of these chunks, in whichever document. */
  Vectors find(List<Chunk> chunks) {
    Vectors vectors = new Vectors();
    try (Snapshot index = engine.snapshot()) {
      textsBySpace(chunks)
          .forEach(
              (space, texts) -> {
                Map<Fingerprint, float[]> found = new HashMap<>(index.vectors(space, texts));
                recent.addTo(found, space, texts);
                former.addTo(found, space, texts);
                vectors.found(found);
              });
    }
    return vectors;
  }

  /** The texts of these chunks without those that are there, each once, for each embedder. */
  List<Slice> missing(List<Chunk> chunks, Set<Fingerprint> there) {
    Map<Embedder, List<Chunk>> byEmbedder =
        chunks.stream()
            .collect(
                Collectors.groupingBy(
                    chunk -> embedders.of(chunk.language()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return byEmbedder.entrySet().stream()
        .flatMap(
            each -> {
              List<Chunk> fresh = DocDelta.between(there, each.getValue()).fresh();
              return Slice.of(each.getKey(), fresh).stream();
            })
        .toList();
  }

  /** Makes vectors. */
  Vectors embed(Slice slice, Lane lane) throws InterruptedException {
    return slice.embed(lane, clock);
  }

  /** What is to be written of some drafts of a batch, and of all that goes or fails in it. */
  Part changeset(SourceId source, PendingBatch batch, List<Draft> drafts) {
    try (Snapshot index = engine.snapshot()) {
      List<Failure> standing = index.ledger(source).failures();
      Part part =
          new ChangesetBuilder(source, embedders, standing, clock.instant()).build(batch, drafts);
      part.changeset().failures().forEach(failure -> remember(failure.doc(), index));
      part.changeset().deletes().forEach(doc -> remember(doc, index));
      return part;
    }
  }

  /** Keeps the vectors of a document that is about to go. */
  private void remember(DocId doc, Snapshot index) {
    index
        .document(doc)
        .ifPresent(
            gone ->
                textsBySpace(gone.chunks())
                    .forEach((space, texts) -> recent.keep(space, index.vectors(space, texts))));
  }

  private Map<Space, Set<Fingerprint>> textsBySpace(List<Chunk> chunks) {
    return chunks.stream()
        .collect(
            Collectors.groupingBy(
                chunk -> embedders.of(chunk.language()).space(),
                Collectors.mapping(Chunk::fingerprint, Collectors.toSet())));
  }
}

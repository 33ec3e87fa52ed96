package dev.gill.sync;

import dev.gill.embed.Embedders;
import dev.gill.index.Changeset;
import dev.gill.index.IndexEngine;
import dev.gill.index.Snapshot;
import dev.gill.index.StoredDocument;
import dev.gill.model.Chunk;
import dev.gill.model.DocId;
import dev.gill.model.Failure;
import dev.gill.model.Fingerprint;
import dev.gill.model.Rights;
import dev.gill.model.Scope;
import dev.gill.model.SourceId;
import dev.gill.model.Space;
import dev.gill.parse.Parser;
import dev.gill.source.Batch;
import dev.gill.source.Change;
import dev.gill.source.SourceException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns pages of changes into changesets: what is unchanged is dropped, the rest is parsed, cut and
 * embedded where it is new.
 */
public final class Intake {
  private final IndexEngine engine;
  private final Embedders embedders;
  private final Recipe recipe;
  private final InstantSource clock;
  private final Drafter drafter;
  private final RecentVectors recent = new RecentVectors();

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
      Embedders embedders,
      InstantSource clock) {
    this.engine = engine;
    this.embedders = embedders;
    this.recipe = new Recipe(parserRecipe);
    this.clock = clock;
    this.drafter = new Drafter(parser, embedders, recipe, clock);
  }

  /**
   * Has vectors looked for in the index as it was before sources were withdrawn, until each of
   * these sources was in step once. Takes the snapshot over.
   */
  void reuse(Snapshot before, Set<SourceId> until) {
    recent.keep(before, until);
  }

  /** All that this source holds is in the index now. */
  void inStep(SourceId source) {
    recent.inStep(source);
  }

  /** Lets go of what was kept for its vectors. */
  void letGo() {
    recent.letGo();
  }

  /** The rules of parsing and chunking that this intake follows. */
  String rules() {
    return recipe.rules();
  }

  /**
   * Prepares a page; nothing is written yet.
   *
   * @return with a changeset that leaves the source's checkpoint as it is
   */
  Taken take(SourceId source, Batch batch, Headway headway)
      throws SourceException, InterruptedException {
    try (Snapshot snapshot = engine.snapshot()) {
      Page page = new Page(source, batch.changes(), snapshot);
      Sorting sorting = new Sorting(snapshot, recipe, drafter, clock);
      for (Change change : page.changes()) {
        headway.moved();
        headway.between();
        sorting.add(change);
      }
      List<Chunk> wanted =
          sorting.drafts().stream().flatMap(draft -> draft.chunks().stream()).toList();
      Vectors vectors = Vectors.forChunks(wanted, snapshot, recent, embedders, headway);
      Harvest harvest = new Harvest(vectors, snapshot.ledger(source).failures(), clock);
      sorting.drafts().forEach(harvest::add);
      harvest.failed(sorting.failures());
      for (Failure failure : harvest.failures()) {
        snapshot.document(failure.doc()).ifPresent(gone -> remember(gone, snapshot));
      }
      Set<DocId> deletes = new HashSet<>(sorting.deletes());
      deletes.addAll(page.orphans());
      for (DocId doc : deletes) {
        Optional<StoredDocument> gone = snapshot.document(doc);
        gone.ifPresent(document -> remember(document, snapshot));
        harvest.deleted(doc, scopeOf(doc, gone, snapshot));
      }
      Changeset changeset =
          new Changeset(
              source, harvest.writes(), deletes, harvest.failures(), Rights.NONE, Optional.empty());
      return new Taken(changeset, harvest.breaths(), vectors.embedded(), harvest.reused());
    }
  }

  private void remember(StoredDocument gone, Snapshot snapshot) {
    Map<Space, Set<Fingerprint>> bySpace = new HashMap<>();
    for (Chunk chunk : gone.chunks()) {
      Space space = embedders.of(chunk.language()).space();
      bySpace.computeIfAbsent(space, s -> new HashSet<>()).add(chunk.fingerprint());
    }
    bySpace.forEach((space, texts) -> recent.keep(space, snapshot.vectors(space, texts)));
  }

  /** Who might know of a document may hear that it is gone. */
  private static Scope scopeOf(DocId doc, Optional<StoredDocument> gone, Snapshot snapshot) {
    return gone.map(document -> document.head().scope())
        .or(
            () ->
                snapshot.ledger(doc.source()).failures().stream()
                    .filter(failure -> failure.doc().equals(doc))
                    .map(Failure::scope)
                    .findFirst())
        .orElseThrow();
  }
}

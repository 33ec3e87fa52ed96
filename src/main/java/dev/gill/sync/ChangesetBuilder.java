package dev.gill.sync;

import dev.gill.embed.Embedders;
import dev.gill.index.Changeset;
import dev.gill.index.DocWrite;
import dev.gill.index.Embedded;
import dev.gill.model.Chunk;
import dev.gill.model.DocId;
import dev.gill.model.Failure;
import dev.gill.model.Rights;
import dev.gill.model.Scope;
import dev.gill.model.SourceId;
import dev.gill.sync.Drafter.Draft;
import dev.gill.sync.Drafter.Failed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Joins drafts with their vectors to what is written, and notes what each document came to. */
final class ChangesetBuilder {
  private final SourceId source;
  private final Embedders embedders;
  private final List<Failure> standing;
  private final Instant now;
  private final List<DocWrite> writes = new ArrayList<>();
  private final List<Failure> failures = new ArrayList<>();
  private final List<Breath> breaths = new ArrayList<>();

  /** {@code standing} are the failures that the index holds already. */
  ChangesetBuilder(SourceId source, Embedders embedders, List<Failure> standing, Instant now) {
    this.source = source;
    this.embedders = embedders;
    this.standing = standing;
    this.now = now;
  }

  /** These drafts, with all that goes or fails; the source's checkpoint stays as it is. */
  Part build(PendingBatch batch, List<Draft> drafts) {
    for (Draft draft : drafts) {
      if (!batch.isSuperseded(draft.head().id())) {
        write(draft, batch.vectors());
      }
    }
    batch.failed().forEach(this::failed);
    batch.gone().forEach((doc, scope) -> note(doc, Breath.Kind.DELETED, scope, Duration.ZERO));
    Changeset changeset =
        new Changeset(
            source, writes, batch.gone().keySet(), failures, Rights.NONE, Optional.empty());
    return new Part(changeset, breaths, batch.vectors().takeMade());
  }

  private void write(Draft draft, Vectors vectors) {
    List<Embedded> chunks = new ArrayList<>();
    try {
      for (Chunk chunk : draft.chunks()) {
        chunks.add(new Embedded(chunk, embedders.of(chunk.language()).space(), vectors.of(chunk)));
      }
    } catch (RuntimeException e) {
      failed(new Failed(refusal(draft, e), draft.took()));
      return;
    }
    writes.add(new DocWrite(draft.head(), draft.text(), chunks));
    int embedded = 0;
    Duration took = draft.took();
    for (Chunk chunk : draft.chunks()) {
      Optional<Duration> cost = vectors.claim(chunk);
      embedded += cost.isPresent() ? 1 : 0;
      took = took.plus(cost.orElse(Duration.ZERO));
    }
    breaths.add(
        new Breath(
            draft.head().id(),
            Breath.Kind.UPSERTED,
            draft.head().scope(),
            chunks.size(),
            embedded,
            took,
            now));
  }

  private Failure refusal(Draft draft, RuntimeException e) {
    return new Failure(
        draft.head().id(),
        draft.head().revision(),
        Failure.Stage.EMBED,
        "The embedding model refused a passage of it: " + e.getMessage(),
        draft.head().scope(),
        now,
        draft.head().recipe());
  }

  /** What fails again just as before is no news. */
  private void failed(Failed failed) {
    Failure failure = failed.failure();
    if (standing.stream().noneMatch(before -> same(before, failure))) {
      failures.add(failure);
      if (failure.stage() != Failure.Stage.WORDLESS) {
        note(failure.doc(), Breath.Kind.FAILED, failure.scope(), failed.took());
      }
    }
  }

  private static boolean same(Failure before, Failure now) {
    return before.doc().equals(now.doc())
        && before.revision().equals(now.revision())
        && before.stage() == now.stage()
        && before.cause().equals(now.cause())
        && before.scope().equals(now.scope())
        && before.recipe().equals(now.recipe());
  }

  private void note(DocId doc, Breath.Kind kind, Scope scope, Duration took) {
    breaths.add(new Breath(doc, kind, scope, 0, 0, took, now));
  }
}

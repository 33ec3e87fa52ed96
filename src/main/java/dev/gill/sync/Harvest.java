package dev.gill.sync;

import dev.gill.index.DocWrite;
import dev.gill.index.Embedded;
import dev.gill.model.Audience;
import dev.gill.model.Chunk;
import dev.gill.model.DocId;
import dev.gill.model.Failure;
import dev.gill.model.Fingerprint;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Joins drafts with their vectors, and notes what each document came to. */
final class Harvest {
  private final Vectors vectors;
  private final InstantSource clock;
  private final List<DocWrite> writes = new ArrayList<>();
  private final List<Failure> failures = new ArrayList<>();
  private final List<Breath> breaths = new ArrayList<>();
  private final Set<Fingerprint> counted = new HashSet<>();

  Harvest(Vectors vectors, InstantSource clock) {
    this.vectors = vectors;
    this.clock = clock;
  }

  void add(Draft draft) {
    List<Embedded> chunks = new ArrayList<>();
    int embedded = 0;
    try {
      for (Chunk chunk : draft.chunks()) {
        chunks.add(new Embedded(chunk, vectors.space(chunk), vectors.of(chunk)));
        embedded += vectors.isFresh(chunk) && counted.add(chunk.fingerprint()) ? 1 : 0;
      }
    } catch (RuntimeException e) {
      failed(List.of(refusal(draft, e)));
      return;
    }
    writes.add(new DocWrite(draft.head(), draft.text(), chunks));
    Instant now = clock.instant();
    breaths.add(
        new Breath(
            draft.head().id(),
            Breath.Kind.UPSERTED,
            draft.head().audience(),
            chunks.size(),
            embedded,
            Duration.between(draft.begun(), now),
            now));
  }

  void failed(List<Failure> more) {
    failures.addAll(more);
    for (Failure failure : more) {
      breaths.add(breath(failure.doc(), Breath.Kind.FAILED, failure.audience()));
    }
  }

  void deleted(DocId doc, Audience audience) {
    breaths.add(breath(doc, Breath.Kind.DELETED, audience));
  }

  List<DocWrite> writes() {
    return writes;
  }

  List<Failure> failures() {
    return failures;
  }

  List<Breath> breaths() {
    return breaths;
  }

  private Failure refusal(Draft draft, RuntimeException e) {
    return new Failure(
        draft.head().id(),
        draft.head().revision(),
        Failure.Stage.EMBED,
        "The embedding model refused a passage of it: " + e.getMessage(),
        draft.head().audience(),
        clock.instant());
  }

  private Breath breath(DocId doc, Breath.Kind kind, Audience audience) {
    return new Breath(doc, kind, audience, 0, 0, Duration.ZERO, clock.instant());
  }
}

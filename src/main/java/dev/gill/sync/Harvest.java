package dev.gill.sync;

import dev.gill.index.DocWrite;
import dev.gill.index.Embedded;
import dev.gill.model.Chunk;
import dev.gill.model.DocId;
import dev.gill.model.Failure;
import dev.gill.model.Fingerprint;
import dev.gill.model.Scope;
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
  private final List<Failure> standing;
  private final InstantSource clock;
  private final List<DocWrite> writes = new ArrayList<>();
  private final List<Failure> failures = new ArrayList<>();
  private final List<Breath> breaths = new ArrayList<>();
  private final Set<Fingerprint> counted = new HashSet<>();

  /** {@code standing} are the failures that the index holds already. */
  Harvest(Vectors vectors, List<Failure> standing, InstantSource clock) {
    this.vectors = vectors;
    this.standing = standing;
    this.clock = clock;
  }

  void add(Draft draft) {
    List<Embedded> chunks = new ArrayList<>();
    try {
      for (Chunk chunk : draft.chunks()) {
        chunks.add(new Embedded(chunk, vectors.space(chunk), vectors.of(chunk)));
      }
    } catch (RuntimeException e) {
      failed(List.of(refusal(draft, e)));
      return;
    }
    int embedded = 0;
    for (Chunk chunk : draft.chunks()) {
      embedded += vectors.isFresh(chunk) && counted.add(chunk.fingerprint()) ? 1 : 0;
    }
    writes.add(new DocWrite(draft.head(), draft.text(), chunks));
    Instant now = clock.instant();
    breaths.add(
        new Breath(
            draft.head().id(),
            Breath.Kind.UPSERTED,
            draft.head().scope(),
            chunks.size(),
            embedded,
            Duration.between(draft.begun(), now),
            now));
  }

  /** What fails again just as before is no news. */
  void failed(List<Failure> more) {
    for (Failure failure : more) {
      if (standing.stream().noneMatch(before -> same(before, failure))) {
        failures.add(failure);
        breaths.add(breath(failure.doc(), Breath.Kind.FAILED, failure.scope()));
      }
    }
  }

  private static boolean same(Failure before, Failure now) {
    return before.doc().equals(now.doc())
        && before.revision().equals(now.revision())
        && before.stage() == now.stage()
        && before.cause().equals(now.cause())
        && before.scope().equals(now.scope());
  }

  void deleted(DocId doc, Scope scope) {
    breaths.add(breath(doc, Breath.Kind.DELETED, scope));
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

  /** How many chunks of the documents that are written had a vector already. */
  int reused() {
    return breaths.stream().mapToInt(Breath::reused).sum();
  }

  private Failure refusal(Draft draft, RuntimeException e) {
    return new Failure(
        draft.head().id(),
        draft.head().revision(),
        Failure.Stage.EMBED,
        "The embedding model refused a passage of it: " + e.getMessage(),
        draft.head().scope(),
        clock.instant());
  }

  private Breath breath(DocId doc, Breath.Kind kind, Scope scope) {
    return new Breath(doc, kind, scope, 0, 0, Duration.ZERO, clock.instant());
  }
}

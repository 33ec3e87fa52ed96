package dev.gill.sync;

import dev.gill.model.DocId;
import dev.gill.model.Scope;
import java.time.Duration;
import java.time.Instant;

/**
 * What taking in one change of a document came to.
 *
 * @param scope whose readers may know of it
 * @param chunks how many chunks the document has now
 * @param embedded how many of them had to be embedded
 * @param took from the start of reading it until it could be found
 */
public record Breath(
    DocId doc, Kind kind, Scope scope, int chunks, int embedded, Duration took, Instant at) {
  /** What happened to the document. */
  public enum Kind {
    UPSERTED,
    DELETED,
    FAILED
  }

  /** The same breath, completed at the moment from which on the document can be found. */
  Breath foundAt(Instant now) {
    return new Breath(
        doc, kind, scope, chunks, embedded, took.plus(Duration.between(at, now)), now);
  }

  /** How many of its chunks had a vector already. */
  public int reused() {
    return chunks - embedded;
  }
}

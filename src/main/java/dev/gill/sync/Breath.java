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
 * @param took the time spent on this document and no other: on parsing and chunking it, its share
 *     of the calls that embedded its texts (by their length), and its share of the commit (by its
 *     chunks). Waiting for other documents is not in it. The breaths of a batch add up to the work
 *     on the batch.
 * @param at the moment from which on it can be found
 */
public record Breath(
    DocId doc, Kind kind, Scope scope, int chunks, int embedded, Duration took, Instant at) {
  /** What happened to the document. */
  public enum Kind {
    UPSERTED,
    DELETED,
    FAILED
  }

  /** The same breath, of a document that can be found from now on. */
  Breath foundAt(Instant now, Duration more) {
    return new Breath(doc, kind, scope, chunks, embedded, took.plus(more), now);
  }

  /** How much of the work of a commit is this document's, against others. */
  long weight() {
    return chunks + 1L;
  }

  /** The share of one in a time that went to several, by their weights; all of them positive. */
  static Duration share(Duration time, long weight, long all) {
    return Duration.ofNanos(Math.round((double) time.toNanos() * weight / all));
  }

  /** How many of its chunks had a vector already. */
  public int reused() {
    return chunks - embedded;
  }
}

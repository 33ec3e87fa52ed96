package dev.gill.sync;

import dev.gill.index.SourceLedger.Checkpoint;
import dev.gill.model.Cursor;
import dev.gill.model.DocId;
import dev.gill.source.Batch;
import dev.gill.source.Change;
import dev.gill.source.Source;
import dev.gill.source.SourceException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Takes in one page of a source. What presses overtakes it: such changes are stored at once,
 * without moving the source's cursor, and what the page itself says of the same documents is then
 * out of date and left out. The cursor moves with the last part of the page, to the last page told.
 */
final class Uptake {
  /**
   * Chunks that are written at a time. Building their part of the vectors' graph takes about a
   * millisecond each, and nothing else is written meanwhile.
   */
  private static final int PART = 64;

  /** Writes what was taken in, and tells of it. */
  interface Writer {
    void write(Taken taken) throws InterruptedException;
  }

  private final Source source;
  private final Intake intake;
  private final Runnable moved;
  private final Writer writer;
  private final Set<DocId> overtaken = new HashSet<>();
  private Batch latest;

  /** Asks the source for a page, from the stored cursor on. */
  Uptake(Source source, Intake intake, Optional<Cursor> stored, Runnable moved, Writer writer)
      throws SourceException, InterruptedException {
    this.source = source;
    this.intake = intake;
    this.moved = moved;
    this.writer = writer;
    this.latest = source.poll(stored);
  }

  /** The last page that the source told. */
  Batch latest() {
    return latest;
  }

  /** Prepares the page, and writes all of it but the last part. */
  Taken allButTheLast() throws SourceException, InterruptedException {
    Headway headway = new Interruptible();
    Taken page = intake.take(source.id(), latest, headway);
    Taken part = page;
    for (Taken next : page.without(overtaken).parts(PART)) {
      if (part != page) {
        writer.write(part.without(overtaken));
        moved.run();
        headway.between();
      }
      part = next;
    }
    return part.without(overtaken);
  }

  /** Where the source stands once the last part is written. */
  Checkpoint checkpoint(Instant inStepAt) {
    return new Checkpoint(latest.next(), intake.rules(), inStepAt);
  }

  private void overtake() throws SourceException, InterruptedException {
    Batch pressing = source.poll(Optional.of(latest.next()));
    latest = pressing;
    Taken taken = intake.take(source.id(), pressing, moved::run);
    if (!taken.changesNothing()) {
      writer.write(taken);
    }
    for (Change change : pressing.changes()) {
      switch (change) {
        case Change.Upserted upserted -> overtaken.add(upserted.doc());
        case Change.Deleted deleted -> overtaken.add(deleted.doc());
        case Change.Unreadable unreadable -> overtaken.add(unreadable.doc());
        case Change.Remaining remaining ->
            throw new IllegalStateException(
                "source " + source.id() + " overtook itself as a whole");
      }
    }
  }

  private final class Interruptible implements Headway {
    @Override
    public void moved() {
      moved.run();
    }

    @Override
    public void between() throws SourceException, InterruptedException {
      while (source.pressing()) {
        overtake();
      }
    }
  }
}

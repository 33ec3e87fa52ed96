package dev.gill.source;

import dev.gill.model.Cursor;
import dev.gill.model.DocId;
import dev.gill.model.Location;
import dev.gill.model.PassedOver;
import dev.gill.model.Rights;
import dev.gill.model.SourceId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A system whose documents Gill follows. Building one does no I/O, so Gill starts while the system
 * is down; one thread polls it.
 *
 * <p>The cursor is the source's own note of how far it has been taken in. It is stored together
 * with the changes that led to it, so after a crash the source is asked again from the last cursor
 * that was stored, and may be asked from the same one twice.
 */
public interface Source extends AutoCloseable {
  /** The name under which it is configured. */
  SourceId id();

  /**
   * What the configuration says of who may read it; it holds before anything is polled. A source
   * that knows its own rights reports them with its pages instead.
   */
  default Rights rights() {
    return Rights.NONE;
  }

  /**
   * One bounded page of what changed after a cursor, oldest effect first; without a cursor, of
   * everything.
   *
   * <p>A document whose text merely moved should come in the same page as the deletion of its old
   * place, before it.
   *
   * @return the page; if it says {@code more}, the next page is asked for at once, with its cursor
   * @throws SourceException if the system cannot be read; nothing is deleted because of that
   * @throws InterruptedException if the thread is asked to stop
   */
  Batch poll(Optional<Cursor> after) throws SourceException, InterruptedException;

  /** Where it lies, for people. */
  default Location location() {
    return Location.NONE;
  }

  /** How far a cursor reaches, in a few words for people; empty where it has none. */
  default String describe(Cursor cursor) {
    return "";
  }

  /**
   * What the source holds and leaves unread by its rules, in order, as of its last look at
   * everything. Any thread, cheaply; not kept over a restart, after which the first poll finds it
   * again.
   */
  default List<PassedOver> passedOver() {
    return List.of();
  }

  /**
   * When documents that could not be read are tried again although nothing changes. One that is not
   * named is tried again when it changes. Any thread, cheaply.
   */
  default Map<DocId, Instant> nextTries() {
    return Map.of();
  }

  /**
   * Whether something has changed since that should overtake a page which is not taken in yet, as a
   * fresh edit should a first pass. If so, {@link #poll} may be called with the cursor of that very
   * page, and returns a page of such changes, without a {@link Change.Remaining}; they are stored
   * first, under the cursor that was stored before. Cheap, since it is asked often while a page is
   * taken in.
   */
  default boolean pressing() {
    return false;
  }

  /**
   * Takes notice of what a hook carried, once it has proved itself: where in the system a look is
   * worth while. It is asked for a page right after. Any thread, cheaply; a body that says nothing
   * to the source is ignored.
   */
  default void onHook(byte[] body) {}

  /**
   * Whether a document reads otherwise each time although nobody changes it, as a page does that
   * shows the time of day. Such a one is read as it was at its last change, which no rebuild can
   * repeat.
   *
   * @throws SourceException if the system cannot be read
   */
  default boolean changesByItself(DocId document) throws SourceException, InterruptedException {
    return false;
  }

  /**
   * Calls {@code wake} (from any thread, cheaply, often) whenever a poll is likely to find
   * something. A source without such signals ignores it and is polled on its schedule alone.
   */
  default void onSignal(Runnable wake) {}

  /** Stops watching and lets go of handles. */
  @Override
  void close();
}

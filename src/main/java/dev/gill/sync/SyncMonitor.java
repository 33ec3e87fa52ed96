package dev.gill.sync;

import dev.gill.model.SourceId;
import java.util.List;
import java.util.Optional;

/** Shows the state of the sources and what was taken in lately, and has a source looked at. */
public interface SyncMonitor {
  /** How every configured source fares, in order of name. Reads each one's ledger in the index. */
  List<SourceStatus> sources();

  /** The latest breaths, newest first; a bounded number. */
  List<Breath> breaths();

  /** How far an index is that is built beside the one in use; empty while none is. */
  default Optional<Rebuilding> rebuilding() {
    return Optional.empty();
  }

  /**
   * Has a source looked at now rather than on its schedule.
   *
   * @return whether a source of that name is configured
   */
  boolean lookNow(SourceId source);

  /** Hands a source what a hook carried; it is not looked at because of that. */
  default void hook(SourceId source, byte[] body) {}
}

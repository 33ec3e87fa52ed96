package dev.gill.sync;

import dev.gill.model.SourceId;
import java.util.List;

/**
 * What can be seen of the breathing loop from outside, and the one thing that can be asked of it.
 */
public interface SyncMonitor {
  /** How every configured source fares, in order of name. */
  List<SourceStatus> sources();

  /** The latest breaths, newest first; a bounded number. */
  List<Breath> breaths();

  /**
   * Has a source looked at now rather than on its schedule.
   *
   * @return whether a source of that name is configured
   */
  boolean lookNow(SourceId source);
}

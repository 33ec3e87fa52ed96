package dev.gill.sync;

import dev.gill.source.SourceException;

/** Is told how the taking in of a page comes on. */
interface Headway {
  /** Another piece of the work is done. Any thread. */
  void moved();

  /** A moment at which something shorter may come in between; on the thread that takes in. */
  default void between() throws SourceException, InterruptedException {}
}

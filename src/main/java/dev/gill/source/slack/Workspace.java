package dev.gill.source.slack;

import dev.gill.source.SourceException;
import dev.gill.source.chat.Attached;
import java.util.Optional;

/** A workspace, or an export of one. */
interface Workspace extends AutoCloseable {
  /** What there is now, as far as it could be read until now. Any thread. */
  State look() throws SourceException, InterruptedException;

  /** What an event says to look at first. Any thread, cheaply. */
  default void notice(Notice notice) {}

  /**
   * Calls this, from any thread, when events say that something changed, where they come by
   * themselves.
   */
  default void onNews(Runnable wake) {}

  /** Does not call it any more. */
  default void forget(Runnable wake) {}

  /** What a file holds; empty if it cannot be had. */
  default Optional<byte[]> content(Attached file) throws SourceException, InterruptedException {
    return Optional.empty();
  }

  @Override
  default void close() {}
}

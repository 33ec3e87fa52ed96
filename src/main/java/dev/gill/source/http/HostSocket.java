package dev.gill.source.http;

import dev.gill.source.SourceException;
import java.util.Optional;
import java.util.function.Function;

/** A WebSocket to a host, over which it says by itself what happens. */
@FunctionalInterface
public interface HostSocket {
  /**
   * Listens until the host ends it, or says nothing for two minutes. It is opened for each call.
   *
   * @param talk gets each text, one after the other, and returns what is answered to it at once
   * @throws SourceException.Broken if it cannot be opened
   * @throws InterruptedException if the thread is interrupted, at once
   */
  void listen(Function<String, Optional<String>> talk) throws SourceException, InterruptedException;
}

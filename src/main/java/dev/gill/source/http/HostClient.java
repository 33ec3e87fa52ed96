package dev.gill.source.http;

import dev.gill.source.SourceException;

/** Asks one host. Any number of threads may. */
@FunctionalInterface
public interface HostClient {
  /**
   * Asks, waits as the host and the {@link HttpLimits} want it, follows redirects to configured
   * hosts (of {@code GET} and {@code HEAD} alone), and asks again after a failure that may pass, if
   * the request may be repeated. At worst it takes as many whole time-outs as there are retries and
   * redirects, and the pauses between them.
   *
   * @throws SourceException.Busy if the host wants to be left alone for longer than is waited out;
   *     it says how long
   * @throws SourceException.Broken if no whole answer comes, or none that makes sense
   * @throws InterruptedException if the thread is interrupted; a wait or an exchange ends at once
   */
  HttpAnswer ask(Ask ask) throws SourceException, InterruptedException;
}

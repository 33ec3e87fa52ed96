package dev.gill.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Waits for what a change must lead to.
 *
 * @param since when it was made, by {@link System#nanoTime}
 * @param change what it was, for the error
 */
record Patience(long since, String change) {
  private static final int SECONDS = 60;
  private static final int PAUSE_MILLIS = 5;

  /**
   * Asks again and again.
   *
   * @throws IOException if it never is so
   */
  void until(Callable<Boolean> so) throws Exception {
    while (!so.call()) {
      if (System.nanoTime() - since > TimeUnit.SECONDS.toNanos(SECONDS)) {
        throw new IOException("no answer quotes %s after %d s".formatted(change, SECONDS));
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
    }
  }

  /** Whether an answer of the service quotes this. */
  static boolean quotes(JsonNode answer, String wanted) {
    for (JsonNode citation : answer.path("citations")) {
      if (citation.path("quote").asText().contains(wanted)) {
        return true;
      }
    }
    return false;
  }
}

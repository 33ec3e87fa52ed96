package dev.gill.source.git;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * A server answered, but not with what was asked for.
 *
 * @see Replies
 */
final class Answered extends IOException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient Optional<Duration> retryAfter;

  Answered(int status, Optional<Duration> retryAfter, Exception cause) {
    super("status " + status, cause);
    this.status = status;
    this.retryAfter = retryAfter;
  }

  int status() {
    return status;
  }

  /** How long it wants to be left alone. */
  Optional<Duration> retryAfter() {
    return retryAfter;
  }
}

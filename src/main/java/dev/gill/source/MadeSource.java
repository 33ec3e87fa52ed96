package dev.gill.source;

import java.time.Duration;
import java.util.Objects;

/**
 * A source as its type makes it.
 *
 * @param every how often it is polled when it gives no signal
 */
public record MadeSource(Source source, Duration every) {
  public MadeSource {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(every, "every");
  }
}

package dev.gill.sync;

import dev.gill.source.Source;
import java.time.Duration;
import java.util.Objects;

/**
 * A source that is to be followed.
 *
 * @param type the kind of source, for people
 * @param every how often it is asked when it gives no signal
 */
public record Followed(Source source, String type, Duration every) {
  public Followed {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(every, "every");
  }
}

package dev.gill.sync;

import dev.gill.model.Traffic;
import dev.gill.source.Source;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A source that is to be followed.
 *
 * @param type the kind of source, for people
 * @param every how often it is asked when it gives no signal
 * @param traffic what has passed between it and its servers; empty where that is not counted
 */
public record Followed(
    Source source, String type, Duration every, Supplier<Optional<Traffic>> traffic) {
  public Followed {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(every, "every");
    Objects.requireNonNull(traffic, "traffic");
  }

  /** One whose traffic is not counted. */
  public Followed(Source source, String type, Duration every) {
    this(source, type, every, Optional::empty);
  }
}

package dev.gill.answer;

import dev.gill.model.SourceId;
import java.time.Instant;
import java.util.Optional;

/** Says how current a source is in the index. */
@FunctionalInterface
public interface Freshness {
  /** When the source was last in step: everything older is in the index. Empty if it never was. */
  Optional<Instant> inStepAt(SourceId source);
}

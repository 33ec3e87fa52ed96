package dev.gill.source.verified;

import dev.gill.model.Identity;
import dev.gill.model.SourceId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How verified answers are kept.
 *
 * @param folder that holds a file for each
 * @param verifiers who may write them, in the order in which they are asked
 * @param away of these, who is away or gone
 * @param lasting how long one answers
 */
record VerifiedSettings(
    SourceId id, Path folder, List<Identity> verifiers, List<Identity> away, Duration lasting) {
  /** How long one answers where nothing else is said. */
  static final Duration LASTING = Duration.ofDays(90);

  VerifiedSettings {
    verifiers = List.copyOf(verifiers);
    away = List.copyOf(away);
  }
}

package dev.gill.surface.rest;

import dev.gill.surface.Worded;
import dev.gill.sync.SourceStatus;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a source stands still. */
@Schema(
    name = "Trouble",
    description = "Why a source stands still, since when, and when it is asked again")
record TroubleView(
    String why,
    @Schema(description = "The language of the sentence", examples = "en") String language,
    Instant since,
    @Schema(description = "When it is asked again; null while it is being asked", nullable = true)
        Instant next) {
  /** Null if there is none. */
  static TroubleView of(Optional<SourceStatus.Trouble> trouble, Function<String, Worded> wording) {
    return trouble.map(t -> of(wording.apply(t.why()), t)).orElse(null);
  }

  private static TroubleView of(Worded why, SourceStatus.Trouble trouble) {
    return new TroubleView(
        why.text(), why.language(), trouble.since(), trouble.next().orElse(null));
  }
}

package dev.gill.surface.rest;

import dev.gill.surface.Worded;
import dev.gill.sync.SourceStatus;
import java.time.Instant;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That a source stands still, so that what is said of it may be out of date. */
@Schema(
    name = "Standstill",
    description = "A source that stands still, so that what it is quoted for may be out of date")
record StandstillView(
    @Schema(examples = "handbook") String source,
    @Schema(description = "In one sentence") String why,
    @Schema(description = "Of that sentence", examples = "en") String language,
    Instant since) {
  static Stream<StandstillView> of(SourceStatus status, Function<String, Worded> wording) {
    return status.trouble().stream()
        .map(
            trouble -> {
              Worded why = wording.apply(trouble.why());
              return new StandstillView(
                  status.source().name(), why.text(), why.language(), trouble.since());
            });
  }
}

package dev.gill.surface.rest;

import dev.gill.sync.SourceStatus;
import java.time.Instant;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That a source stands still, so that what is said of it may be out of date. */
@Schema(
    name = "Standstill",
    description = "A source that stands still, so that what it is quoted for may be out of date")
record StandstillView(
    @Schema(examples = "handbook") String source,
    @Schema(description = "In one sentence") String why,
    Instant since) {
  static Stream<StandstillView> of(SourceStatus status) {
    return status.trouble().stream()
        .map(t -> new StandstillView(status.source().name(), t.why(), t.since()));
  }
}

package dev.gill.surface.rest;

import dev.gill.sync.Breath;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What taking in one change of a document came to. */
@Schema(name = "Breath", description = "What taking in one change of a document came to")
record BreathView(
    @Schema(examples = "handbook:runbooks/restore.md") String document,
    String source,
    @Schema(description = "The document's key within its source") String key,
    @Schema(enumeration = {"upserted", "deleted", "failed"}) String kind,
    int chunks,
    int embedded,
    int reused,
    @Schema(description = "The time spent on this document and no other") long milliseconds,
    Instant at) {
  static BreathView of(Breath breath) {
    return new BreathView(
        breath.doc().toString(),
        breath.doc().source().name(),
        breath.doc().key(),
        breath.kind().name().toLowerCase(Locale.ROOT),
        breath.chunks(),
        breath.embedded(),
        breath.reused(),
        breath.took().toMillis(),
        breath.at());
  }
}

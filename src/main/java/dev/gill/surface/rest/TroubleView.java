package dev.gill.surface.rest;

import dev.gill.sync.SourceStatus;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a source stands still. */
@Schema(name = "Trouble", description = "Why a source stands still, and since when")
record TroubleView(String why, Instant since) {
  /** Null if there is none. */
  static TroubleView of(Optional<SourceStatus.Trouble> trouble) {
    return trouble.map(t -> new TroubleView(t.why(), t.since())).orElse(null);
  }
}

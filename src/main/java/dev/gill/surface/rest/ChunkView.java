package dev.gill.surface.rest;

import dev.gill.model.Anchor;
import dev.gill.model.Chunk;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A chunk, as a stretch of its document's canonical text. */
@Schema(name = "Chunk", description = "A stretch of the canonical text, counted in UTF-16 units")
record ChunkView(
    int start,
    int end,
    List<String> headings,
    @Schema(description = "ISO 639-1", examples = "en") String language,
    @Schema(nullable = true) PositionView position,
    @Schema(description = "Of exactly the text that is embedded") String fingerprint) {
  static ChunkView of(Chunk chunk) {
    return new ChunkView(
        chunk.start(),
        chunk.end(),
        chunk.headings(),
        chunk.language().code(),
        PositionView.of(Anchor.locate(chunk.anchors(), chunk.start())),
        chunk.fingerprint().hex());
  }
}

package dev.gill.surface.rest;

import dev.gill.model.Position;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A place in the original. */
@Schema(name = "Position", description = "A place in the original, counted from 1")
record PositionView(
    @Schema(enumeration = {"line", "page", "slide", "sheet"}) String unit,
    @Schema(examples = "12") int number) {
  /** Null if the format has no such places. */
  static PositionView of(Optional<Position> position) {
    return position
        .map(p -> new PositionView(p.unit().name().toLowerCase(Locale.ROOT), p.number()))
        .orElse(null);
  }
}

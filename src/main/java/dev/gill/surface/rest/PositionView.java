package dev.gill.surface.rest;

import dev.gill.model.Place;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A place in the original. */
@Schema(name = "Position", description = "A place in the original")
record PositionView(
    @Schema(enumeration = {"line", "page", "slide", "row", "section", "message"}) String unit,
    @Schema(description = "Counted from 1; null for a section or a message", nullable = true)
        Integer number,
    @Schema(description = "The sheet, the section's id or the message's author", nullable = true)
        String name) {
  /** Null if the format has no such places. */
  static PositionView of(Optional<Place> place) {
    return place.map(PositionView::of).orElse(null);
  }

  private static PositionView of(Place place) {
    return switch (place) {
      case Place.Line(int number) -> new PositionView("line", number, null);
      case Place.Page(int number) -> new PositionView("page", number, null);
      case Place.Slide(int number) -> new PositionView("slide", number, null);
      case Place.Row(int sheet, String name, int number) -> new PositionView("row", number, name);
      case Place.Section(String id) -> new PositionView("section", null, id);
      case Place.Message message -> new PositionView("message", null, message.author());
    };
  }
}

package dev.gill.surface.web;

import dev.gill.model.Place;
import dev.gill.surface.Texts;

/** Says where in an original something stands. */
final class Places {
  private Places() {}

  static String text(Place place, Texts t) {
    return switch (place) {
      case Place.Line(int number) -> t.with("script.place.line", number);
      case Place.Page(int number) -> t.with("script.place.page", number);
      case Place.Slide(int number) -> t.with("script.place.slide", number);
      case Place.Row(int sheet, String name, int number) ->
          t.filled("script.place.sheet-row", number, name.isEmpty() ? sheet : name);
      case Place.Section(String id) -> t.with("script.place.section", id);
      case Place.Message message ->
          message.author().isEmpty()
              ? t.of("script.place.a-message")
              : t.with("script.place.message", message.author());
    };
  }
}

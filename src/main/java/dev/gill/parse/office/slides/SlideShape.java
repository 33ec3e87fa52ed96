package dev.gill.parse.office.slides;

import dev.gill.model.LeftOut;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Inline;
import dev.gill.parse.office.DrawingText;
import java.awt.geom.Rectangle2D;
import java.util.EnumSet;
import java.util.Set;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.sl.usermodel.Shape;

/** What one shape of a slide is, whichever the version of PowerPoint. */
final class SlideShape {
  private static final Set<Placeholder> FURNITURE =
      EnumSet.of(
          Placeholder.SLIDE_NUMBER,
          Placeholder.DATETIME,
          Placeholder.FOOTER,
          Placeholder.HEADER,
          Placeholder.SLIDE_IMAGE);
  private static final Set<Placeholder> TITLES =
      EnumSet.of(Placeholder.TITLE, Placeholder.CENTERED_TITLE, Placeholder.VERTICAL_TEXT_TITLE);

  private SlideShape() {}

  static boolean isTitle(Placeholder place) {
    return place != null && TITLES.contains(place);
  }

  /** What stands on every slide says nothing, nor does what holds no words. */
  static boolean says(Placeholder place, String words) {
    return (place == null || !FURNITURE.contains(place)) && words != null && !words.isBlank();
  }

  /** Where a shape lies; null if the slide does not say so. */
  static Rectangle2D place(Shape<?, ?> shape) {
    Rectangle2D place = shape.getAnchor();
    return place == null || place.getWidth() < 0 || place.getHeight() < 0 ? null : place;
  }

  /** Writes a picture by its description; one without is counted. */
  static void picture(String stored, CanonicalText text) {
    String words = DrawingText.description(stored);
    if (words.isEmpty()) {
      text.leftOut(LeftOut.Kind.PICTURE);
    } else {
      text.paragraph(Inline.of(words));
    }
  }
}

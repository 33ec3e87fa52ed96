package dev.gill.parse.office.slides;

import dev.gill.model.LeftOut;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Refused;
import dev.gill.parse.office.ReadingOrder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.poi.ddf.AbstractEscherOptRecord;
import org.apache.poi.ddf.EscherComplexProperty;
import org.apache.poi.ddf.EscherContainerRecord;
import org.apache.poi.ddf.EscherPropertyTypes;
import org.apache.poi.ddf.EscherRecord;
import org.apache.poi.hslf.usermodel.HSLFGroupShape;
import org.apache.poi.hslf.usermodel.HSLFObjectShape;
import org.apache.poi.hslf.usermodel.HSLFPictureShape;
import org.apache.poi.hslf.usermodel.HSLFShape;
import org.apache.poi.hslf.usermodel.HSLFSheet;
import org.apache.poi.hslf.usermodel.HSLFTable;
import org.apache.poi.hslf.usermodel.HSLFTextShape;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.sl.usermodel.TextShape.TextPlaceholder;

/** Writes the shapes of one slide of an old presentation, or of its notes, as they are read. */
final class PptShapes {
  private static final Set<TextPlaceholder> TITLE_TEXTS =
      EnumSet.of(TextPlaceholder.TITLE, TextPlaceholder.CENTER_TITLE);

  /** Shapes in one group up to which it may be a table, whose rows and columns they span. */
  private static final int MOST_GROUPED = 4000;

  private final CanonicalText text;

  PptShapes(CanonicalText text) {
    this.text = text;
  }

  /**
   * Looks at the shapes of a sheet before objects are made of them.
   *
   * @throws Refused if that would take too much
   */
  static void check(HSLFSheet sheet) {
    if (sheet.getPPDrawing() != null && sheet.getPPDrawing().getDgContainer() != null) {
      check(sheet.getPPDrawing().getDgContainer(), 0);
    }
  }

  private static void check(EscherContainerRecord container, int depth) {
    List<EscherContainerRecord> children = container.getChildContainers();
    if (depth > 1 && children.size() > MOST_GROUPED) {
      throw Refused.bomb();
    }
    children.forEach(child -> check(child, depth + 1));
  }

  static boolean isTitle(HSLFTextShape shape) {
    Placeholder type = shape.getPlaceholder();
    TextPlaceholder words = shape.getTextPlaceholder();
    return SlideShape.isTitle(type)
        || words != null && TITLE_TEXTS.contains(words)
        || shape.getTextParagraphs().stream()
            .limit(1)
            .anyMatch(paragraph -> TextPlaceholder.isTitle(paragraph.getRunType()));
  }

  void write(List<HSLFShape> shapes) {
    write(shapes, 0);
  }

  private void write(List<HSLFShape> shapes, int depth) {
    if (depth > text.limits().depth()) {
      throw Refused.nested();
    }
    List<HSLFShape> seen = shapes.stream().filter(PptShapes::isSeen).toList();
    for (HSLFShape shape : ReadingOrder.of(seen, SlideShape::place)) {
      switch (shape) {
        case HSLFTextShape words -> SlideWords.write(words, text);
        case HSLFTable table -> new PptTable(text).write(table);
        case HSLFGroupShape group -> write(group.getShapes(), depth + 1);
        case HSLFObjectShape object -> text.leftOut(LeftOut.Kind.OBJECT);
        case HSLFPictureShape picture -> SlideShape.picture(stored(picture), text);
        default -> {}
      }
    }
  }

  /** Titles are written above; what stands on every slide says nothing. */
  private static boolean isSeen(HSLFShape shape) {
    if (!(shape instanceof HSLFTextShape words)) {
      return true;
    }
    Placeholder type = words.getPlaceholder();
    return !isTitle(words) && SlideShape.says(type, words.getText());
  }

  private static String stored(HSLFPictureShape picture) {
    for (EscherRecord record : picture.getSpContainer().getChildRecords()) {
      if (record instanceof AbstractEscherOptRecord properties
          && properties.lookup(EscherPropertyTypes.GROUPSHAPE__DESCRIPTION)
              instanceof EscherComplexProperty property) {
        return new String(property.getComplexData(), StandardCharsets.UTF_16LE).replace("\0", "");
      }
    }
    return "";
  }
}

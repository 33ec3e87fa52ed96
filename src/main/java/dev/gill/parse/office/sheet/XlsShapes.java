package dev.gill.parse.office.sheet;

import dev.gill.model.LeftOut;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Inline;
import dev.gill.parse.canonical.Refused;
import dev.gill.parse.office.DrawingText;
import dev.gill.parse.table.SheetRows;
import java.nio.charset.StandardCharsets;
import org.apache.poi.ddf.EscherComplexProperty;
import org.apache.poi.ddf.EscherPropertyTypes;
import org.apache.poi.hssf.usermodel.HSSFChart;
import org.apache.poi.hssf.usermodel.HSSFComment;
import org.apache.poi.hssf.usermodel.HSSFObjectData;
import org.apache.poi.hssf.usermodel.HSSFPatriarch;
import org.apache.poi.hssf.usermodel.HSSFPicture;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFShape;
import org.apache.poi.hssf.usermodel.HSSFShapeContainer;
import org.apache.poi.hssf.usermodel.HSSFShapeGroup;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFSimpleShape;

/** What lies upon a sheet of an old workbook: text boxes, charts, pictures, notes. */
final class XlsShapes {
  private final CanonicalText text;
  private final SheetRows rows;

  XlsShapes(CanonicalText text, SheetRows rows) {
    this.text = text;
    this.rows = rows;
  }

  void write(HSSFSheet sheet) {
    HSSFPatriarch drawing = sheet.getDrawingPatriarch();
    if (drawing != null) {
      write(drawing, 0);
    }
    text.leftOut(LeftOut.Kind.OBJECT, HSSFChart.getSheetCharts(sheet).length);
  }

  private void write(HSSFShapeContainer shapes, int depth) {
    if (depth > text.limits().depth()) {
      throw Refused.nested();
    }
    for (HSSFShape shape : shapes.getChildren()) {
      switch (shape) {
        case HSSFShapeGroup group -> write(group, depth + 1);
        case HSSFComment comment -> text.leftOut(LeftOut.Kind.COMMENT);
        case HSSFObjectData object -> text.leftOut(LeftOut.Kind.OBJECT);
        case HSSFPicture picture -> picture(picture);
        case HSSFSimpleShape words -> words(words);
        default -> {}
      }
    }
  }

  private void words(HSSFSimpleShape shape) {
    for (String paragraph : string(shape).split("[\n\r]")) {
      if (!paragraph.isBlank()) {
        rows.beside();
        text.paragraph(Inline.of(paragraph));
      }
    }
  }

  private static String string(HSSFSimpleShape shape) {
    try {
      HSSFRichTextString words = shape.getString();
      return words == null || words.getString() == null ? "" : words.getString();
    } catch (NullPointerException e) {
      return ""; // a shape without a record of text, which cannot be asked for
    }
  }

  private void picture(HSSFPicture picture) {
    String stored =
        picture.getOptRecord() != null
                && picture.getOptRecord().lookup(EscherPropertyTypes.GROUPSHAPE__DESCRIPTION)
                    instanceof EscherComplexProperty property
            ? new String(property.getComplexData(), StandardCharsets.UTF_16LE)
            : "";
    String words = DrawingText.description(stored.replace("\0", ""));
    if (words.isEmpty()) {
      text.leftOut(LeftOut.Kind.PICTURE);
    } else {
      rows.beside();
      text.paragraph(Inline.of(words));
    }
  }
}

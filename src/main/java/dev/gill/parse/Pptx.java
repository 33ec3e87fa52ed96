package dev.gill.parse;

import dev.gill.model.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFGroupShape;
import org.apache.poi.xslf.usermodel.XSLFNotes;
import org.apache.poi.xslf.usermodel.XSLFShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTableCell;
import org.apache.poi.xslf.usermodel.XSLFTableRow;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.apache.poi.xslf.usermodel.XSLFTextShape;

/** Presentations: a heading and an anchor per slide; speaker notes follow their slide. */
final class Pptx implements Format {
  private static final Set<Placeholder> FURNITURE =
      EnumSet.of(
          Placeholder.SLIDE_NUMBER,
          Placeholder.DATETIME,
          Placeholder.FOOTER,
          Placeholder.HEADER,
          Placeholder.SLIDE_IMAGE);
  private static final Set<Placeholder> TITLES =
      EnumSet.of(Placeholder.TITLE, Placeholder.CENTERED_TITLE, Placeholder.VERTICAL_TEXT_TITLE);

  @Override
  public void read(byte[] bytes, CanonicalText text) throws IOException {
    try (Archive archive = Archive.open(bytes, text.limits());
        OPCPackage office = archive.office();
        XMLSlideShow show = new XMLSlideShow(office)) {
      CoreProperties properties = show.getProperties().getCoreProperties();
      String title = properties.getTitle();
      text.title("PowerPoint Presentation".equals(title) ? null : title);
      text.author(properties.getCreator());
      for (XSLFSlide slide : show.getSlides()) {
        slide(slide, text);
      }
      office.revert();
    }
  }

  private static void slide(XSLFSlide slide, CanonicalText text) {
    text.at(new Place.Slide(slide.getSlideNumber()));
    String title = title(slide);
    text.title(title);
    text.heading(1, oneLine(title.isEmpty() ? "Slide " + slide.getSlideNumber() : title));
    shapes(slide.getShapes(), text, 0);
    XSLFNotes notes = slide.getNotes();
    if (notes != null) {
      shapes(notes.getShapes(), text, 0);
    }
  }

  private static String title(XSLFSlide slide) {
    return slide.getShapes().stream()
        .filter(shape -> shape instanceof XSLFTextShape)
        .map(XSLFTextShape.class::cast)
        .filter(shape -> shape.getTextType() != null && TITLES.contains(shape.getTextType()))
        .map(shape -> shape.getText().strip())
        .filter(words -> !words.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static void shapes(List<XSLFShape> shapes, CanonicalText text, int depth) {
    if (depth > text.limits().depth()) {
      throw Refused.nested();
    }
    for (XSLFShape shape : shapes) {
      switch (shape) {
        case XSLFTextShape words -> words(words, text);
        case XSLFTable table -> table(table, text);
        case XSLFGroupShape group -> shapes(group.getShapes(), text, depth + 1);
        default -> {}
      }
    }
  }

  private static void words(XSLFTextShape shape, CanonicalText text) {
    Placeholder type = shape.getTextType();
    if (type != null && (FURNITURE.contains(type) || TITLES.contains(type))) {
      return;
    }
    text.apart();
    int[] numbers = new int[10];
    for (XSLFTextParagraph paragraph : shape.getTextParagraphs()) {
      Inline line = oneLine(paragraph.getText());
      if (line.isEmpty()) {
        continue;
      }
      int depth = Math.clamp(paragraph.getIndentLevel(), 0, numbers.length - 1);
      java.util.Arrays.fill(numbers, depth + 1, numbers.length, 0);
      if (!paragraph.isBullet()) {
        text.paragraph(line);
      } else if (paragraph.getAutoNumberingScheme() == null) {
        text.item(depth, "-", line);
      } else {
        text.item(depth, ++numbers[depth] + ".", line);
      }
    }
  }

  private static void table(XSLFTable table, CanonicalText text) {
    text.apart();
    for (XSLFTableRow row : table.getRows()) {
      List<Inline> cells = new ArrayList<>();
      for (XSLFTableCell cell : row.getCells()) {
        cells.add(oneLine(cell.getText()));
      }
      text.row(cells);
    }
    text.apart();
  }

  private static Inline oneLine(String words) {
    return Inline.of(words.replace('\n', ' ').replace('\u000b', ' '));
  }
}

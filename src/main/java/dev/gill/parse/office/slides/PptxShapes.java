package dev.gill.parse.office.slides;

import dev.gill.model.LeftOut;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Refused;
import dev.gill.parse.office.ChartTable;
import dev.gill.parse.office.DiagramText;
import dev.gill.parse.office.OfficeXml;
import dev.gill.parse.office.ReadingOrder;
import dev.gill.parse.table.Grid;
import dev.gill.parse.xml.XmlTree;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.xslf.usermodel.XSLFGraphicFrame;
import org.apache.poi.xslf.usermodel.XSLFGroupShape;
import org.apache.poi.xslf.usermodel.XSLFObjectShape;
import org.apache.poi.xslf.usermodel.XSLFPictureShape;
import org.apache.poi.xslf.usermodel.XSLFShape;
import org.apache.poi.xslf.usermodel.XSLFSheet;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTableCell;
import org.apache.poi.xslf.usermodel.XSLFTableRow;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Writes the shapes of one slide, or of its notes, in the order in which they are read. */
final class PptxShapes {
  private final CanonicalText text;
  private final PackagePart part;

  PptxShapes(CanonicalText text, XSLFSheet sheet) {
    this.text = text;
    this.part = sheet.getPackagePart();
  }

  static boolean isTitle(XSLFTextShape shape) {
    return SlideShape.isTitle(shape.getTextType());
  }

  void write(List<XSLFShape> shapes) throws IOException {
    write(shapes, 0);
  }

  private void write(List<XSLFShape> shapes, int depth) throws IOException {
    if (depth > text.limits().depth()) {
      throw Refused.nested();
    }
    List<XSLFShape> seen = shapes.stream().filter(PptxShapes::isSeen).toList();
    for (XSLFShape shape : ReadingOrder.of(seen, SlideShape::place)) {
      switch (shape) {
        case XSLFTextShape words -> SlideWords.write(words, text);
        case XSLFTable table -> table(table);
        case XSLFGroupShape group -> write(group.getShapes(), depth + 1);
        case XSLFPictureShape picture -> SlideShape.picture(description(picture), text);
        case XSLFObjectShape object -> text.leftOut(LeftOut.Kind.OBJECT);
        case XSLFGraphicFrame frame -> frame(frame);
        default -> {}
      }
    }
  }

  /** Titles are written above; what stands on every slide says nothing. */
  private static boolean isSeen(XSLFShape shape) {
    if (!(shape instanceof XSLFTextShape words)) {
      return true;
    }
    Placeholder type = words.getTextType();
    return !isTitle(words) && SlideShape.says(type, words.getText());
  }

  private void table(XSLFTable table) {
    boolean named = table.getCTTable().isSetTblPr() && table.getCTTable().getTblPr().getFirstRow();
    Grid grid = new Grid(text);
    for (XSLFTableRow row : table.getRows()) {
      grid.row(named && row == table.getRows().getFirst(), () -> {});
      for (XSLFTableCell cell : row.getCells()) {
        if (!cell.isMerged()) {
          grid.cell(
              SlideWords.all(cell.getTextParagraphs(), text),
              Math.max(cell.getGridSpan(), 1),
              Math.max(cell.getRowSpan(), 1));
        }
      }
      grid.endRow();
    }
    grid.end();
  }

  private static String description(XSLFPictureShape picture) {
    return XmlTree.all(xml(picture), "cNvPr").stream()
        .map(properties -> XmlTree.value(properties, "descr"))
        .findFirst()
        .orElse("");
  }

  private static Element xml(XSLFShape shape) {
    return Jsoup.parse(shape.getXmlObject().xmlText(), "", Parser.xmlParser());
  }

  private void frame(XSLFGraphicFrame frame) throws IOException {
    Element xml = xml(frame);
    Optional<PackagePart> chart = related(xml, "chart", "id");
    Optional<PackagePart> diagram = related(xml, "relIds", "dm");
    if (chart.isPresent()) {
      new ChartTable(text).write(OfficeXml.tree(chart.get()));
    } else if (diagram.isPresent()) {
      new DiagramText(text).write(OfficeXml.tree(diagram.get()));
    } else {
      text.leftOut(LeftOut.Kind.OBJECT);
    }
  }

  private Optional<PackagePart> related(Element xml, String element, String attribute)
      throws IOException {
    List<Element> references = XmlTree.all(xml, element);
    return references.isEmpty()
        ? Optional.empty()
        : OfficeXml.byId(part, XmlTree.value(references.getFirst(), attribute));
  }
}

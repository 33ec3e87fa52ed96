package dev.gill.parse.office.sheet;

import dev.gill.model.LeftOut;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Inline;
import dev.gill.parse.office.ChartTable;
import dev.gill.parse.office.DiagramText;
import dev.gill.parse.office.DrawingText;
import dev.gill.parse.office.OfficeXml;
import dev.gill.parse.table.SheetRows;
import dev.gill.parse.xml.XmlTree;
import java.io.IOException;
import java.util.Optional;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What lies upon a sheet: text boxes, charts, pictures, notes. */
final class XlsxShapes {
  private final CanonicalText text;
  private final SheetRows rows;

  XlsxShapes(CanonicalText text, SheetRows rows) {
    this.text = text;
    this.rows = rows;
  }

  void write(PackagePart sheet) throws IOException {
    for (PackagePart drawing : OfficeXml.related(sheet, "drawing")) {
      Document tree = OfficeXml.tree(drawing);
      for (Element element : tree.getAllElements()) {
        shape(element, drawing);
      }
    }
    for (PackagePart comments : OfficeXml.related(sheet, "comments")) {
      XmlTree.all(OfficeXml.tree(comments), "comment")
          .forEach(comment -> text.leftOut(LeftOut.Kind.COMMENT));
    }
  }

  private void shape(Element element, PackagePart drawing) throws IOException {
    switch (XmlTree.name(element)) {
      case "txBody" -> {
        for (Element paragraph : XmlTree.all(element, "p")) {
          Inline line = DrawingText.line(paragraph, text);
          if (!line.isEmpty()) {
            rows.beside();
            text.paragraph(line);
          }
        }
      }
      case "pic" -> picture(element);
      case "chart" -> {
        Optional<PackagePart> chart = OfficeXml.byId(drawing, XmlTree.value(element, "id"));
        if (chart.isPresent()) {
          rows.beside();
          new ChartTable(text).write(OfficeXml.tree(chart.get()));
        }
      }
      case "relIds" -> {
        Optional<PackagePart> data = OfficeXml.byId(drawing, XmlTree.value(element, "dm"));
        if (data.isPresent()) {
          rows.beside();
          new DiagramText(text).write(OfficeXml.tree(data.get()));
        }
      }
      case "oleObj" -> text.leftOut(LeftOut.Kind.OBJECT);
      default -> {}
    }
  }

  private void picture(Element picture) {
    String words =
        XmlTree.all(picture, "cNvPr").stream()
            .map(properties -> DrawingText.description(XmlTree.value(properties, "descr")))
            .filter(description -> !description.isEmpty())
            .findFirst()
            .orElse("");
    if (words.isEmpty()) {
      text.leftOut(LeftOut.Kind.PICTURE);
    } else {
      rows.beside();
      text.paragraph(Inline.of(words));
    }
  }
}

package dev.gill.parse.office.opendocument;

import dev.gill.model.LeftOut;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Inline;
import dev.gill.parse.table.SheetRows;
import dev.gill.parse.xml.XmlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xml.sax.Attributes;

/** What lies upon an OpenDocument sheet: its text follows the sheet's rows. */
final class OdsShapes {
  private final CanonicalText text;
  private final OdfWords words;
  private final OdfCharts charts;
  private final List<Inline> lines = new ArrayList<>();
  private final List<XmlNode> drawn = new ArrayList<>();
  private int depth;
  private boolean picture;
  private boolean object;
  private boolean written;

  OdsShapes(CanonicalText text, OdfLook look, OdfCharts charts) {
    this.text = text;
    this.charts = charts;
    this.words = new OdfWords(text, look);
  }

  /** Whether an element that begins is a shape or in one. */
  boolean start(String name, Attributes attributes) {
    if (!name.startsWith("draw:") && depth == 0) {
      return false;
    }
    if (depth++ == 0) {
      picture = false;
      object = false;
      written = false;
    }
    picture |= name.equals("draw:image");
    object |= name.startsWith("draw:object") || name.equals("draw:plugin");
    if (name.equals("draw:object")) {
      Optional<XmlNode> chart = charts.chart(OdfHandler.value(attributes, "xlink:href"));
      chart.ifPresent(drawn::add);
      written |= chart.isPresent();
    }
    words.start(name, attributes);
    return true;
  }

  /** Whether an element that ends is a shape or in one. */
  boolean end(String name) {
    if (depth == 0) {
      return false;
    }
    words.end(name);
    if (name.equals("text:p")) {
      Inline line = words.take();
      written |= !line.isEmpty();
      lines.add(line);
    }
    if (--depth == 0 && !written && (object || picture)) {
      text.leftOut(object ? LeftOut.Kind.OBJECT : LeftOut.Kind.PICTURE);
    }
    return true;
  }

  boolean words(String added) {
    if (depth > 0) {
      words.words(added);
    }
    return depth > 0;
  }

  void write(SheetRows rows) {
    for (Inline line : lines) {
      if (!line.isEmpty()) {
        rows.beside();
        text.paragraph(line);
      }
    }
    lines.clear();
    for (XmlNode chart : drawn) {
      rows.beside();
      charts.write(chart);
    }
    drawn.clear();
  }
}

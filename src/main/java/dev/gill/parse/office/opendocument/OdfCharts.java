package dev.gill.parse.office.opendocument;

import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Inline;
import dev.gill.parse.table.Grid;
import dev.gill.parse.xml.XmlNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Charts, each of which lies in a folder of its own within the document, as the tables they draw.
 */
final class OdfCharts {
  private final CanonicalText text;
  private final OpenDocument file;

  OdfCharts(CanonicalText text, OpenDocument file) {
    this.text = text;
    this.file = file;
  }

  /** What an object holds; {@link XmlNode#NONE} if that lies nowhere. */
  XmlNode stored(String href) {
    String folder = href.replaceFirst("^\\./", "");
    XmlNode[] content = {XmlNode.NONE};
    try {
      file.read(folder + "/content.xml", 0, Set.of(), text.limits(), node -> content[0] = node);
    } catch (IOException e) {
      return XmlNode.NONE;
    }
    return content[0];
  }

  /** The chart that an object is; empty if it is something else. */
  Optional<XmlNode> chart(String href) {
    XmlNode[] found = {XmlNode.NONE};
    if (!href.isEmpty()) {
      stored(href).find(Set.of("chart:chart"), node -> found[0] = node);
    }
    return Optional.of(found[0]).filter(XmlNode::exists);
  }

  void write(XmlNode chart) {
    text.apart();
    text.paragraph(Inline.of(chart.at("chart:title").words(XmlNode.WORDS)));
    chart.find(Set.of("table:table"), table -> table(table, axis(chart)));
  }

  /** What the axis of the categories is called. */
  private static String axis(XmlNode chart) {
    List<String> names = new ArrayList<>();
    chart.find(
        Set.of("chart:axis"),
        axis -> {
          if (axis.attr("chart:dimension").equals("x")) {
            names.add(axis.at("chart:title").words(XmlNode.WORDS));
          }
        });
    return names.isEmpty() ? "" : names.getFirst();
  }

  private void table(XmlNode table, String axis) {
    Grid grid = new Grid(text);
    table
        .at("table:table-header-rows")
        .all("table:table-row")
        .forEach(row -> row(row, axis, true, grid));
    table.at("table:table-rows").all("table:table-row").forEach(row -> row(row, "", false, grid));
    grid.end();
  }

  private static void row(XmlNode row, String first, boolean heading, Grid grid) {
    grid.row(heading, () -> {});
    List<XmlNode> cells = row.all("table:table-cell");
    for (int i = 0; i < cells.size(); i++) {
      String shown = shown(cells.get(i));
      grid.cell(Inline.of(i == 0 && shown.isEmpty() ? first : shown));
    }
    grid.endRow();
  }

  /** Where nothing is to be shown, programs write that it is no number. */
  private static String shown(XmlNode cell) {
    String words = cell.words(XmlNode.WORDS);
    String shown = words.isBlank() ? cell.attr("office:value") : words;
    return shown.equals("NaN") ? "" : shown;
  }
}

package dev.gill.parse.office.word;

import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Inline;
import dev.gill.parse.canonical.Refused;
import dev.gill.parse.table.Grid;
import dev.gill.parse.xml.XmlNode;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;

/** Writes the numbers that a chart shows as a table: a row for each category. */
final class DocxChart {
  private static final int MOST_POINTS = 100_000;

  private record Series(
      String name, Map<Integer, String> categories, Map<Integer, String> values) {}

  private DocxChart() {}

  /** A chart as ECMA-376, 21.2 has it. */
  static void write(XmlNode space, CanonicalText text) {
    XmlNode chart = space.at("c:chart");
    text.paragraph(Inline.of(chart.at("c:title").words("a:t")));
    List<Series> all = new ArrayList<>();
    chart.at("c:plotArea").find(Set.of("c:ser"), series -> all.add(series(series)));
    if (!all.isEmpty()) {
      table(axis(chart), all, text);
    }
  }

  /** One of the later kinds, such as a waterfall; its points lie in levels. */
  static void writeExtended(XmlNode space, CanonicalText text) {
    text.paragraph(Inline.of(space.at("cx:chart", "cx:title").words("a:t")));
    Map<Integer, String> categories = new LinkedHashMap<>();
    Map<Integer, String> values = new LinkedHashMap<>();
    XmlNode data = space.at("cx:chartData", "cx:data");
    points(data.at("cx:strDim", "cx:lvl"), "cx:pt", categories);
    points(data.at("cx:numDim", "cx:lvl"), "cx:pt", values);
    String name =
        space
            .at("cx:chart", "cx:plotArea", "cx:plotAreaRegion", "cx:series", "cx:tx")
            .words("cx:v");
    if (!values.isEmpty()) {
      table("", List.of(new Series(name, categories, values)), text);
    }
  }

  private static String axis(XmlNode chart) {
    String category = chart.at("c:plotArea", "c:catAx", "c:title").words("a:t");
    return category.isEmpty()
        ? chart.at("c:plotArea", "c:dateAx", "c:title").words("a:t")
        : category;
  }

  private static Series series(XmlNode series) {
    XmlNode name = series.at("c:tx");
    XmlNode across = series.at("c:cat").exists() ? series.at("c:cat") : series.at("c:xVal");
    XmlNode up = series.at("c:val").exists() ? series.at("c:val") : series.at("c:yVal");
    return new Series(name.words("c:v"), points(across), points(up));
  }

  private static Map<Integer, String> points(XmlNode source) {
    Map<Integer, String> points = new LinkedHashMap<>();
    source.find(
        Set.of("c:strCache", "c:numCache", "c:strLit", "c:numLit", "c:lvl"),
        cache -> points(cache, "c:pt", points));
    return points;
  }

  /** Several levels of categories stand before each other, the innermost last. */
  private static void points(XmlNode cache, String name, Map<Integer, String> points) {
    String format = cache.at("c:formatCode").text();
    for (XmlNode point : cache.all(name)) {
      String value = point.text().isEmpty() ? point.at("c:v").text() : point.text();
      points.merge(
          XmlNode.number(point.attr("idx"), 0),
          shown(value, format),
          (inner, outer) -> outer + " " + inner);
    }
    if (points.size() > MOST_POINTS) {
      throw Refused.bomb();
    }
  }

  private static String shown(String value, String format) {
    if (format.isEmpty() || format.equals("General")) {
      return value;
    }
    try {
      double number = Double.parseDouble(value);
      if (DateUtil.isADateFormat(-1, format)) {
        LocalDateTime at = DateUtil.getLocalDateTime(number);
        return number == Math.floor(number) ? at.toLocalDate().toString() : at.toString();
      }
      return new DataFormatter().formatRawCellContents(number, -1, format).strip();
    } catch (IllegalArgumentException e) {
      return value;
    }
  }

  private static void table(String axis, List<Series> all, CanonicalText text) {
    Set<Integer> rows = new TreeSet<>();
    all.forEach(series -> rows.addAll(series.values().keySet()));
    all.forEach(series -> rows.addAll(series.categories().keySet()));
    Grid grid = new Grid(text);
    grid.row(true, () -> {});
    grid.cell(Inline.of(axis));
    all.forEach(series -> grid.cell(Inline.of(series.name())));
    grid.endRow();
    for (int row : rows) {
      grid.row(false, () -> {});
      grid.cell(Inline.of(category(all, row)));
      all.forEach(series -> grid.cell(Inline.of(series.values().getOrDefault(row, ""))));
      grid.endRow();
    }
    grid.end();
  }

  private static String category(List<Series> all, int row) {
    return all.stream()
        .map(series -> series.categories().getOrDefault(row, ""))
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse("");
  }
}

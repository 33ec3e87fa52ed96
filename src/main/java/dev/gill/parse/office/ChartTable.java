package dev.gill.parse.office;

import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Inline;
import dev.gill.parse.table.Grid;
import dev.gill.parse.xml.XmlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.nodes.Element;

/**
 * A chart as the table that it draws: a row for each category, a column for each series, named as
 * the axis and the series are.
 */
public final class ChartTable {
  private static final int MOST_SERIES = 255;

  private final CanonicalText text;
  private final SheetNumber numbers = new SheetNumber(false);

  public ChartTable(CanonicalText text) {
    this.text = text;
  }

  /** Writes the chart of a part's tree. */
  public void write(Element root) {
    String title = title(root, "chart");
    text.apart();
    text.paragraph(Inline.of(title));
    List<Map<Integer, String>> columns = new ArrayList<>();
    List<String> names = new ArrayList<>();
    Map<Integer, String> categories = new TreeMap<>();
    List<Element> series = XmlTree.all(root, "ser");
    for (Element one : series.subList(0, Math.min(series.size(), MOST_SERIES))) {
      points(one, "cat", "xVal").forEach(categories::putIfAbsent);
      columns.add(points(one, "val", "yVal"));
      names.add(name(one));
    }
    if (columns.stream().allMatch(Map::isEmpty)) {
      return;
    }
    columns.forEach(column -> column.keySet().forEach(at -> categories.putIfAbsent(at, "")));
    Grid grid = new Grid(text);
    grid.row(true, () -> {});
    grid.cell(Inline.of(axis(root)));
    boolean alone = names.size() == 1 && names.getFirst().isEmpty();
    names.forEach(name -> grid.cell(Inline.of(alone ? title : name)));
    grid.endRow();
    for (Map.Entry<Integer, String> category : categories.entrySet()) {
      grid.row(false, () -> {});
      grid.cell(Inline.of(category.getValue()));
      columns.forEach(column -> grid.cell(Inline.of(column.getOrDefault(category.getKey(), ""))));
      grid.endRow();
    }
    grid.end();
  }

  private static String axis(Element root) {
    for (String kind : List.of("catAx", "dateAx", "valAx")) {
      List<Element> axes = XmlTree.all(root, kind);
      if (!axes.isEmpty()) {
        return words(axes.getFirst());
      }
    }
    return "";
  }

  private static String title(Element root, String kind) {
    return XmlTree.all(root, kind).stream().findFirst().map(ChartTable::words).orElse("");
  }

  /** The title of a chart or an axis, written for it or taken from a cell. */
  private static String words(Element of) {
    return XmlTree.child(of, "title")
        .map(
            title -> {
              List<String> words = new ArrayList<>();
              title.getAllElements().stream()
                  .filter(part -> List.of("t", "v").contains(XmlTree.name(part)))
                  .forEach(part -> words.add(part.wholeText()));
              return String.join("", words);
            })
        .orElse("");
  }

  private static String name(Element series) {
    return XmlTree.child(series, "tx")
        .map(
            words ->
                String.join(" ", XmlTree.all(words, "v").stream().map(Element::wholeText).toList()))
        .orElse("");
  }

  private Map<Integer, String> points(Element series, String kind, String other) {
    Map<Integer, String> points = new TreeMap<>();
    XmlTree.child(series, kind)
        .or(() -> XmlTree.child(series, other))
        .ifPresent(data -> points(data, points));
    return points;
  }

  /** Categories in several levels: the outer one stands before the inner one until it changes. */
  private void points(Element data, Map<Integer, String> points) {
    List<Element> levels = XmlTree.all(data, "lvl");
    if (levels.isEmpty()) {
      boolean number =
          data.getAllElements().stream().anyMatch(e -> XmlTree.name(e).startsWith("num"));
      String code =
          XmlTree.all(data, "formatCode").stream().findFirst().map(Element::text).orElse("");
      XmlTree.all(data, "pt")
          .forEach(point -> points.put(index(point), shown(point, number, code)));
      return;
    }
    XmlTree.children(levels.getFirst(), "pt")
        .forEach(point -> points.put(index(point), shown(point, false, "")));
    for (Element level : levels.subList(1, levels.size())) {
      TreeMap<Integer, String> outer = new TreeMap<>();
      XmlTree.children(level, "pt")
          .forEach(point -> outer.put(index(point), shown(point, false, "")));
      points.replaceAll(
          (at, words) -> {
            Map.Entry<Integer, String> group = outer.floorEntry(at);
            return group == null ? words : group.getValue() + " " + words;
          });
    }
  }

  private static int index(Element point) {
    String index = XmlTree.value(point, "idx");
    return index.matches("\\d{1,7}") ? Integer.parseInt(index) : 0;
  }

  private String shown(Element point, boolean number, String code) {
    String words = XmlTree.child(point, "v").map(Element::wholeText).orElse("");
    String own = XmlTree.value(point, "formatCode");
    return number ? numbers.shown(words, 0, own.isEmpty() ? code : own) : words;
  }
}

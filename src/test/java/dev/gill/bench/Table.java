package dev.gill.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Rows under one title; its columns are those that any row has, in their order. */
record Table(String title, List<Row> rows) {
  Table {
    rows = List.copyOf(rows);
  }

  /**
   * A table of times, with how many times as fast as the rival each is.
   *
   * @param rival the name of one of the results
   */
  static Table ofTimes(String title, Map<String, Samples> results, String rival) {
    double rivals = results.get(rival).median();
    return new Table(
        title,
        results.entrySet().stream()
            .map(
                result ->
                    Row.of(result.getKey())
                        .with(result.getValue(), "ms")
                        .with("times as fast as " + rival, rivals / result.getValue().median()))
            .toList());
  }

  /** The table as Markdown, padded so that it reads well on a console too. */
  List<String> lines() {
    Set<String> columns = new LinkedHashSet<>();
    rows.forEach(row -> columns.addAll(row.figures().keySet()));
    int[] widths = new int[columns.size() + 1];
    List<List<String>> cells = new ArrayList<>();
    List<String> header = new ArrayList<>(List.of(title));
    header.addAll(columns);
    cells.add(header);
    for (Row row : rows) {
      List<String> line = new ArrayList<>(List.of(row.name()));
      columns.forEach(column -> line.add(written(row.figures().getOrDefault(column, ""))));
      cells.add(line);
    }
    cells.forEach(line -> widen(widths, line));
    List<String> lines = new ArrayList<>();
    cells.forEach(line -> lines.add(padded(line, widths)));
    lines.add(1, "|" + "---|".repeat(widths.length));
    return lines;
  }

  private static void widen(int[] widths, List<String> line) {
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(widths[i], line.get(i).length());
    }
  }

  private static String padded(List<String> line, int[] widths) {
    StringBuilder padded = new StringBuilder("|");
    for (int i = 0; i < widths.length; i++) {
      String gap = " ".repeat(widths[i] - line.get(i).length());
      padded.append(' ').append(i == 0 ? line.get(i) + gap : gap + line.get(i)).append(" |");
    }
    return padded.toString();
  }

  /** Three figures that matter, whatever the size. */
  static String written(Object figure) {
    if (!(figure instanceof Double number)) {
      return figure.toString();
    }
    double size = Math.abs(number);
    int places = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
    return String.format(Locale.ROOT, "%,." + places + "f", number);
  }
}

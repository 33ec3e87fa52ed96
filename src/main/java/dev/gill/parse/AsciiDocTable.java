package dev.gill.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An AsciiDoc table: cells in a row, which only their number parts into rows. */
final class AsciiDocTable {
  private static final Pattern CELL =
      Pattern.compile("(?<!\\\\)(?:(?<=^|\\s)[\\d.+*<^>]*[aehlmsdv]?)?(?<!\\\\)\\|");
  private static final Pattern COLUMNS = Pattern.compile("cols=\"?([^\"\\]]+)\"?");
  private static final Pattern REPEATED = Pattern.compile("^(\\d+)\\*.*$");

  private final CanonicalText text;
  private final AsciiDocInline inline;
  private final int columns;
  private final List<Inline> cells = new ArrayList<>();
  private final StringBuilder words = new StringBuilder();
  private int cellLine;

  AsciiDocTable(CanonicalText text, AsciiDocInline inline, String attributes) {
    this.text = text;
    this.inline = inline;
    this.columns = columns(attributes);
  }

  private static int columns(String attributes) {
    Matcher matcher = COLUMNS.matcher(attributes);
    if (!matcher.find()) {
      return 0;
    }
    int columns = 0;
    for (String column : matcher.group(1).split("[,;]")) {
      Matcher repeated = REPEATED.matcher(column.strip());
      columns += repeated.matches() ? Math.min(100, Integer.parseInt(repeated.group(1))) : 1;
    }
    return columns;
  }

  void write(List<String> lines, int firstLine) {
    int perRow = columns;
    for (int i = 0; i < lines.size(); i++) {
      line(lines.get(i), firstLine + i);
      if (perRow == 0 && cellLine > 0) {
        perRow = cells.size() + 1;
      }
    }
    endCell();
    text.apart();
    for (int i = 0; i < cells.size(); i += Math.max(1, perRow)) {
      text.row(cells.subList(i, Math.min(cells.size(), i + Math.max(1, perRow))));
    }
    text.apart();
  }

  private void line(String line, int number) {
    Matcher cell = CELL.matcher(line);
    int from = 0;
    while (cell.find()) {
      words.append(line, from, cell.start());
      endCell();
      cellLine = number;
      from = cell.end();
    }
    words.append(line.substring(from)).append('\n');
  }

  private void endCell() {
    if (cellLine > 0) {
      cells.add(inline.of(words.toString().stripTrailing().replace("\\|", "|"), cellLine));
    }
    words.setLength(0);
  }
}

package dev.gill.parse.org;

import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.table.Grid;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Writes a table of an outline: the rows above its first rule say what its columns are called. */
final class OrgTable {
  private static final Pattern RULE = Pattern.compile("\\|[-+|]*-[-+|]*");

  /** Widths, alignments and groups of columns. */
  private static final Pattern SETTING = Pattern.compile("<[lrc]?\\d*>|[<>/]|");

  private final CanonicalText text;
  private final OrgInline inline;

  OrgTable(CanonicalText text, OrgInline inline) {
    this.text = text;
    this.inline = inline;
  }

  void write(List<String> rows, int firstLine) {
    int heading = headingRows(rows);
    Grid grid = new Grid(text);
    for (int i = 0; i < rows.size(); i++) {
      String row = rows.get(i).strip();
      List<String> cells = cells(row);
      boolean settings = cells.stream().allMatch(cell -> SETTING.matcher(cell.strip()).matches());
      if (!isRule(row) && !settings) {
        int line = firstLine + i;
        grid.row(i < heading, () -> text.line(line));
        for (String cell : cells) {
          grid.cell(inline.of(List.of(cell.strip().replace("\\vert{}", "|")), line));
        }
        grid.endRow();
      }
    }
    grid.end();
  }

  private static boolean isRule(String row) {
    return RULE.matcher(row).matches();
  }

  private static List<String> cells(String row) {
    String inner =
        row.substring(1, row.length() > 1 && row.endsWith("|") ? row.length() - 1 : row.length());
    return Arrays.asList(inner.split("\\|", -1));
  }

  /** How many rows stand above the first rule that has rows on both sides. */
  private static int headingRows(List<String> rows) {
    int first = 0;
    while (first < rows.size() && isRule(rows.get(first).strip())) {
      first++;
    }
    int rule = first;
    while (rule < rows.size() && !isRule(rows.get(rule).strip())) {
      rule++;
    }
    boolean below = rows.stream().skip(rule).anyMatch(row -> !isRule(row.strip()));
    return below ? rule : 0;
  }
}

package dev.gill.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A reStructuredText table that is written as a list of lists. */
final class RstListTable {
  private static final Pattern ROW = Pattern.compile("^\\s*[*-]\\s+[-*](?:\\s+(.*))?$");
  private static final Pattern CELL = Pattern.compile("^\\s*[-*](?:\\s+(.*))?$");

  private final CanonicalText text;
  private final RstBlocks blocks;
  private final List<Inline> cells = new ArrayList<>();
  private int rowLine;

  RstListTable(CanonicalText text, RstBlocks blocks) {
    this.text = text;
    this.blocks = blocks;
  }

  void write(int from, int to) {
    text.apart();
    for (int i = from; i < to; i++) {
      Matcher row = ROW.matcher(blocks.line(i));
      Matcher cell = CELL.matcher(blocks.line(i));
      if (row.matches()) {
        endRow();
        rowLine = i + 1;
        cells.add(RstInline.of(orEmpty(row.group(1)), i + 1));
      } else if (cell.matches()) {
        cells.add(RstInline.of(orEmpty(cell.group(1)), i + 1));
      } else if (!cells.isEmpty()) {
        cells.getLast().softBreak().append(RstInline.of(blocks.line(i).strip(), i + 1));
      }
    }
    endRow();
    text.apart();
  }

  private void endRow() {
    text.line(rowLine);
    text.row(cells);
    cells.clear();
  }

  private static String orEmpty(String words) {
    return words == null ? "" : words;
  }
}

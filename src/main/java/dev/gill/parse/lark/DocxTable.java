package dev.gill.parse.lark;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Inline;
import dev.gill.parse.canonical.Refused;
import dev.gill.parse.table.Grid;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/** A table within a page, whose cells are blocks that hold blocks. */
record DocxTable(CanonicalText text, ElementWords words, Map<String, JsonNode> blocks) {
  private static final int MOST_COLUMNS = 1 << 14;
  private static final int DEEPEST = 20;
  private static final List<String> WORDED =
      List.of(
          "text",
          "quote",
          "equation",
          "bullet",
          "ordered",
          "todo",
          "code",
          "heading1",
          "heading2",
          "heading3",
          "heading4",
          "heading5",
          "heading6",
          "heading7",
          "heading8",
          "heading9");

  void write(JsonNode table) {
    JsonNode property = table.path("property");
    int columns = property.path("column_size").asInt();
    if (columns < 1 || columns > MOST_COLUMNS) {
      throw Refused.bomb();
    }
    BitSet covered = new BitSet();
    Grid grid = new Grid(text);
    int rows = (table.path("cells").size() + columns - 1) / columns;
    for (int row = 0; row < rows; row++) {
      String place = place(table.path("cells").path(row * columns).asText());
      grid.row(row == 0 && property.path("header_row").asBoolean(), () -> text.section(place));
      for (int column = 0; column < columns; column++) {
        int at = row * columns + column;
        if (!covered.get(at)) {
          JsonNode merged = property.path("merge_info").path(at);
          int wide = Math.clamp(merged.path("col_span").asInt(1), 1, columns - column);
          int high = Math.clamp(merged.path("row_span").asInt(1), 1, rows - row);
          for (int below = row; below < row + high; below++) {
            covered.set(below * columns + column, below * columns + column + wide);
          }
          grid.cell(cell(table.path("cells").path(at).asText()), wide, high);
        }
      }
      grid.endRow();
    }
    grid.end();
  }

  /** The first block within a cell, which a link can lead to. */
  private String place(String cell) {
    JsonNode found = blocks.get(cell);
    return found == null ? "" : found.path("children").path(0).asText(cell);
  }

  private Inline cell(String id) {
    Inline line = new Inline();
    lines(id, line, 0);
    return line;
  }

  private void lines(String id, Inline line, int depth) {
    JsonNode block = blocks.get(id);
    if (block == null || depth > DEEPEST) {
      return;
    }
    for (String kind : WORDED) {
      if (block.has(kind)) {
        line.lineBreak().append(words.line(block.path(kind)));
      }
    }
    block.path("children").forEach(child -> lines(child.asText(), line, depth + 1));
  }
}

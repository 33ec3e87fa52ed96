package dev.gill.parse.lark;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Inline;
import dev.gill.parse.table.SheetCell;
import dev.gill.parse.table.SheetRow;
import dev.gill.parse.table.SheetRows;
import dev.gill.parse.table.SheetTable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** The cells of a sheet, with those that are merged. */
final class SheetValues {
  private record Span(int columns, int rows) {}

  private static final Span ONE = new Span(1, 1);
  private static final int WIDEST = 100;

  private final JsonNode rows;
  private final Map<Long, Span> spans = new HashMap<>();

  SheetValues(JsonNode sheet) {
    this.rows = sheet.path("rows");
    for (JsonNode merge : sheet.path("merges")) {
      int row = merge.path("start_row_index").asInt();
      int column = merge.path("start_column_index").asInt();
      spans.put(
          key(row, column),
          new Span(
              Math.clamp(merge.path("end_column_index").asInt() - column + 1L, 1, WIDEST),
              Math.max(1, merge.path("end_row_index").asInt() - row + 1)));
    }
  }

  /** As a document, whose rows are its places. */
  void write(CanonicalText text, int number, String name) {
    SheetRows sheet = new SheetRows(text, number, name, new BitSet());
    for (int row = 0; row < rows.size(); row++) {
      sheet.start(row);
      JsonNode cells = rows.get(row);
      for (int column = 0; column < cells.size(); column++) {
        sheet.cell(column, cell(row, column));
      }
      sheet.end(1, false);
    }
    sheet.finish();
  }

  /** As a part of another document. */
  void write(CanonicalText text, IntConsumer where) {
    SheetTable table = new SheetTable(text);
    for (int row = 0; row < rows.size(); row++) {
      List<SheetCell> cells = new ArrayList<>();
      for (int column = 0; column < rows.get(row).size(); column++) {
        cells.add(SheetCell.of(cell(row, column).content()));
      }
      if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
        table.add(new SheetRow(cells, where, 1, false));
      }
    }
    table.end();
  }

  private SheetCell cell(int row, int column) {
    Span span = spans.getOrDefault(key(row, column), ONE);
    Inline line = new Inline();
    add(rows.get(row).get(column), line);
    return new SheetCell(line, span.columns(), span.rows(), false, false);
  }

  /** Text is a string, or a list of pieces some of which are links or mentions. */
  private static void add(JsonNode value, Inline line) {
    if (value.isArray()) {
      value.forEach(piece -> add(piece, line));
    } else if (value.isObject()) {
      line.text(value.path("text").asText()).target(value.path("link").asText());
    } else if (!value.isNull()) {
      String[] lines = value.asText().split("\\R", -1);
      for (int i = 0; i < lines.length; i++) {
        if (i > 0) {
          line.lineBreak();
        }
        line.text(lines[i]);
      }
    }
  }

  private static long key(int row, int column) {
    return ((long) row << 32) | column;
  }
}

package dev.gill.parse.lark;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Inline;
import dev.gill.parse.table.Grid;
import java.util.function.IntConsumer;

/** The records of a table, each a row below the names of its fields. */
record BitableRows(CanonicalText text, JsonNode table) {
  /**
   * Writes them.
   *
   * @param where has the text know the place of a row, counted from 0
   */
  void write(IntConsumer where) {
    JsonNode fields = table.path("fields");
    FieldValue values = new FieldValue(Moments.of(table));
    Grid grid = new Grid(text);
    grid.row(true, () -> where.accept(0));
    fields.forEach(field -> grid.cell(Inline.of(field.path("field_name").asText())));
    grid.endRow();
    int number = 0;
    for (JsonNode each : table.path("records")) {
      int row = number++;
      JsonNode held = each.path("fields");
      grid.row(false, () -> where.accept(row));
      fields.forEach(
          field -> grid.cell(values.line(held.path(field.path("field_name").asText()), field)));
      grid.endRow();
    }
    grid.end();
  }
}

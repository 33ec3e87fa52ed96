package dev.gill.parse.lark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Inline;
import dev.gill.parse.table.Grid;
import java.io.IOException;
import java.util.Locale;

/** An application: what its form says, what came of it, and what was said on the way. */
record ApprovalForm(CanonicalText text, JsonNode document) {
  void write() throws IOException {
    JsonNode instance = document.path("instance");
    text.title(instance.path("approval_name").asText());
    String status = instance.path("status").asText().toLowerCase(Locale.ROOT);
    if (!status.isEmpty()) {
      text.paragraph(Inline.of("Status: " + status));
    }
    for (JsonNode field : new ObjectMapper().readTree(instance.path("form").asText("[]"))) {
      if (field.path("type").asText().equals("fieldList")) {
        table(field);
      } else {
        named(field);
      }
    }
    instance.path("timeline").forEach(this::said);
    instance.path("comment_list").forEach(this::said);
  }

  private void named(JsonNode field) {
    Inline value = value(field.path("value"), field);
    if (!value.isEmpty()) {
      text.paragraph(Inline.of(field.path("name").asText() + ": ").space().append(value));
    }
  }

  /** A form within the form, filled in several times. */
  private void table(JsonNode list) {
    Grid grid = new Grid(text);
    boolean named = false;
    for (JsonNode row : list.path("value")) {
      if (!named) {
        grid.row(true, () -> {});
        row.forEach(field -> grid.cell(Inline.of(field.path("name").asText())));
        grid.endRow();
        named = true;
      }
      grid.row(false, () -> {});
      row.forEach(field -> grid.cell(value(field.path("value"), field)));
      grid.endRow();
    }
    grid.end();
  }

  private Inline value(JsonNode value, JsonNode field) {
    return new FieldValue(Moments.of(document)).line(value, field);
  }

  private void said(JsonNode entry) {
    String comment = entry.path("comment").asText().strip();
    if (!comment.isEmpty()) {
      String name = document.path("names").path(entry.path("open_id").asText()).asText();
      if (!name.isEmpty()) {
        text.byline(name);
      }
      text.paragraph(Inline.of(comment));
    }
  }
}

package dev.gill.parse.lark;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gill.parse.canonical.Inline;
import java.math.BigDecimal;
import java.util.List;

/** What a field of a record holds, as people read it. */
record FieldValue(Moments moments) {
  private static final int DATE = 5;
  private static final int CREATED = 1001;
  private static final int MODIFIED = 1002;
  private static final int DEEPEST = 6;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** What an object is called, the first of these that it has. */
  private static final List<String> NAMES =
      List.of("text", "name", "full_address", "en_name", "email");

  Inline line(JsonNode value, JsonNode field) {
    Inline line = new Inline();
    add(value, field, field.path("type").asInt(), line, 0);
    return line;
  }

  private void add(JsonNode value, JsonNode field, int type, Inline line, int depth) {
    if (depth > DEEPEST || value.isMissingNode() || value.isNull()) {
      return;
    }
    if (value.isArray()) {
      list(value, field, type, line, depth);
    } else if (value.isObject()) {
      object(value, field, line, depth);
    } else if (value.isNumber()) {
      line.text(number(value, field.path("property"), type));
    } else if (value.isBoolean()) {
      line.text(value.asBoolean() ? "TRUE" : "FALSE");
    } else {
      words(value.asText(), line);
    }
  }

  private String number(JsonNode value, JsonNode property, int type) {
    if (type == DATE || type == CREATED || type == MODIFIED) {
      boolean day = !property.path("date_formatter").asText("HH:mm").contains("HH:mm");
      return moments.written(value.asText(), day);
    }
    boolean percent = property.path("formatter").asText().endsWith("%");
    BigDecimal number = value.decimalValue();
    BigDecimal shown = percent ? number.multiply(HUNDRED) : number;
    String plain = shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
    return percent ? plain + "%" : plain;
  }

  /** The pieces of one text follow each other; several values have commas between. */
  private void list(JsonNode values, JsonNode field, int type, Inline line, int depth) {
    boolean first = true;
    for (JsonNode value : values) {
      boolean piece = value.path("type").isTextual() && value.has("text");
      if (!first && !piece) {
        line.text(", ");
      }
      add(value, field, type, line, depth + 1);
      first = false;
    }
  }

  private void object(JsonNode value, JsonNode field, Inline line, int depth) {
    if (value.has("value")) {
      add(value.path("value"), field, value.path("type").asInt(), line, depth + 1);
      return;
    }
    for (String name : NAMES) {
      if (!value.path(name).asText().isBlank()) {
        words(value.path(name).asText(), line);
        break;
      }
    }
    line.target(value.path("link").asText());
  }

  private static void words(String words, Inline line) {
    String[] lines = words.split("\\R", -1);
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) {
        line.lineBreak();
      }
      line.text(lines[i]);
    }
  }
}

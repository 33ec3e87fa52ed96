package dev.gill.source.lark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gill.source.SourceException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads tables of bases and sheets of spreadsheets. */
final class Tables {
  private static final int MOST_ROWS = 100_000;
  private static final int ROWS = 2_000;
  private static final int MOST_COLUMNS = 300;
  private static final int LETTERS = 26;

  private final LarkSettings settings;
  private final LarkApi api;

  Tables(LarkSettings settings, LarkApi api) {
    this.settings = settings;
    this.api = api;
  }

  ObjectNode read(ObjectId object, Part part)
      throws SourceException, LarkException, InterruptedException {
    ObjectNode json =
        object.type().equals("sheet")
            ? sheet(object.token(), part.id(), part.about())
            : base(object.token(), part.id());
    return json.put("name", part.title()).put("number", part.number());
  }

  /** One that shows within a page; empty if the app may not read it. */
  Optional<ObjectNode> shown(ObjectId object, String part)
      throws SourceException, InterruptedException {
    try {
      return Optional.of(
          object.type().equals("sheet")
              ? sheet(
                  object.token(),
                  part,
                  api.get(Paths.of("sheets/v3/spreadsheets/{}/sheets/{}", object.token(), part))
                      .path("sheet"))
              : base(object.token(), part));
    } catch (LarkException e) {
      return Optional.empty();
    }
  }

  private ObjectNode base(String app, String table)
      throws SourceException, LarkException, InterruptedException {
    ObjectNode json = LarkApi.JSON.createObjectNode();
    json.put("kind", "bitable").put("zone", settings.zone().toString());
    json.putArray("fields")
        .addAll(
            api.all(
                Paths.of("bitable/v1/apps/{}/tables/{}/fields", app, table),
                Map.of("page_size", "100"),
                "items"));
    ArrayNode records = json.putArray("records");
    Map<String, String> query = new TreeMap<>(Map.of("page_size", "500"));
    String path = Paths.of("bitable/v1/apps/{}/tables/{}/records/search", app, table);
    boolean more = true;
    while (more && records.size() < MOST_ROWS) {
      JsonNode data = api.post(path, query, LarkApi.JSON.createObjectNode());
      data.path("items").forEach(records::add);
      String next = data.path("page_token").asText();
      more = data.path("has_more").asBoolean() && !next.isEmpty();
      query.put("page_token", next);
    }
    return json;
  }

  private ObjectNode sheet(String spreadsheet, String id, JsonNode about)
      throws SourceException, LarkException, InterruptedException {
    ObjectNode json = LarkApi.JSON.createObjectNode();
    json.put("kind", "sheet").set("merges", about.path("merges"));
    ArrayNode rows = json.putArray("rows");
    int most = Math.min(MOST_ROWS, about.path("grid_properties").path("row_count").asInt(ROWS));
    int columns =
        Math.min(MOST_COLUMNS, about.path("grid_properties").path("column_count").asInt(LETTERS));
    for (int from = 1; from <= most; from += ROWS) {
      String range =
          "%s!A%d:%s%d".formatted(id, from, letters(columns), Math.min(most, from + ROWS - 1));
      JsonNode data =
          api.get(
              Paths.of("sheets/v2/spreadsheets/{}/values/{}", spreadsheet, range),
              Map.of("valueRenderOption", "ToString", "dateTimeRenderOption", "FormattedString"));
      while (rows.size() < from - 1) {
        rows.addArray();
      }
      data.path("valueRange").path("values").forEach(rows::add);
    }
    while (!rows.isEmpty() && empty(rows.get(rows.size() - 1))) {
      rows.remove(rows.size() - 1);
    }
    return json;
  }

  private static boolean empty(JsonNode row) {
    return row.valueStream()
        .allMatch(cell -> cell.isNull() || cell.asText().isEmpty() && cell.isEmpty());
  }

  /** What the column of this number is called, counted from 1. */
  private static String letters(int column) {
    StringBuilder name = new StringBuilder();
    for (int left = column; left > 0; left = (left - 1) / LETTERS) {
      name.insert(0, (char) ('A' + (left - 1) % LETTERS));
    }
    return name.toString();
  }
}

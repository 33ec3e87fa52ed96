package dev.gill.source.lark;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gill.source.SourceException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tables of a base and the sheets of a spreadsheet, asked for when the whole has changed. */
final class Parts {
  private record Known(String mark, List<Part> parts) {}

  private final LarkApi api;
  private final Map<ObjectId, Known> known = new HashMap<>();

  Parts(LarkApi api) {
    this.api = api;
  }

  static boolean has(ObjectId object) {
    return object.type().equals("bitable") || object.type().equals("sheet");
  }

  void keep(Set<ObjectId> living) {
    known.keySet().retainAll(living);
  }

  /**
   * What it consists of.
   *
   * @param mark of the whole
   */
  List<Part> of(ObjectId object, String mark) throws SourceException, InterruptedException {
    Known before = known.get(object);
    if (before != null && before.mark().equals(mark)) {
      return before.parts();
    }
    List<Part> parts;
    try {
      parts = object.type().equals("bitable") ? tables(object) : sheets(object);
    } catch (LarkException e) {
      parts = List.of(Part.closed());
    }
    known.put(object, new Known(mark, parts));
    return parts;
  }

  private List<Part> tables(ObjectId base)
      throws SourceException, LarkException, InterruptedException {
    List<Part> parts = new ArrayList<>();
    for (JsonNode table :
        api.all(
            Paths.of("bitable/v1/apps/{}/tables", base.token()),
            Map.of("page_size", "100"),
            "items")) {
      parts.add(
          new Part(
              table.path("table_id").asText(),
              table.path("name").asText(),
              parts.size() + 1,
              table.path("revision").asText(),
              table));
    }
    return parts;
  }

  /** Hidden sheets, and those that show another document, are none of it. */
  private List<Part> sheets(ObjectId spreadsheet)
      throws SourceException, LarkException, InterruptedException {
    List<Part> parts = new ArrayList<>();
    for (JsonNode sheet :
        api.get(Paths.of("sheets/v3/spreadsheets/{}/sheets/query", spreadsheet.token()))
            .path("sheets")) {
      boolean shown = !sheet.path("hidden").asBoolean();
      if (shown && sheet.path("resource_type").asText("sheet").equals("sheet")) {
        parts.add(
            new Part(
                sheet.path("sheet_id").asText(),
                sheet.path("title").asText(),
                sheet.path("index").asInt(parts.size()) + 1,
                "",
                sheet));
      }
    }
    return parts;
  }
}

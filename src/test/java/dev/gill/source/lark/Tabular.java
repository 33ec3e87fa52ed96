package dev.gill.source.lark;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Tables and sheets of one row below their names. */
final class Tabular {
  private Tabular() {}

  static ObjectNode base(String name, String task, String owner) {
    ObjectNode table = StandInLark.JSON.createObjectNode().put("name", name).put("revision", 1);
    ArrayNode fields = table.putArray("fields");
    fields.addObject().put("field_name", "Task").put("type", 1);
    fields.addObject().put("field_name", "Owner").put("type", 11);
    ObjectNode held =
        table.putArray("records").addObject().put("record_id", "rec1").putObject("fields");
    held.putArray("Task").addObject().put("type", "text").put("text", task);
    held.putArray("Owner").addObject().put("id", "ou_1").put("name", owner);
    return table;
  }

  static ObjectNode sheet(String name, String service, String limit) {
    ObjectNode sheet = StandInLark.JSON.createObjectNode().put("name", name);
    ArrayNode rows = sheet.putArray("rows");
    rows.addArray().add("Service").add("Limit");
    rows.addArray().add(service).add(limit);
    sheet.putArray("merges");
    return sheet;
  }
}

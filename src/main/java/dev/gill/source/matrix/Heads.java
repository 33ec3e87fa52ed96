package dev.gill.source.matrix;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/** Writes a room's state as the archive keeps it, and reads it back. */
final class Heads {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Heads() {}

  static String write(RoomState state) {
    ObjectNode node = JSON.createObjectNode();
    node.put("name", state.name).put("alias", state.alias);
    node.put("joinRule", state.joinRule).put("visibility", state.visibility);
    node.put("encrypted", state.encrypted).put("direct", state.direct).put("read", state.read);
    ObjectNode members = node.putObject("members");
    state.members.forEach(
        (account, member) -> members.putArray(account).add(member.membership()).add(member.name()));
    ObjectNode edits = node.putObject("edits");
    state.edits.forEach(
        (target, edit) -> {
          ObjectNode each = edits.putObject(target);
          each.put("id", edit.id()).put("sender", edit.sender()).put("at", edit.at());
          edit.content().ifPresent(content -> each.set("content", content));
        });
    state.gaps.forEach(
        gap -> {
          ObjectNode each = node.withArray("gaps").addObject().put("from", gap.from());
          gap.to().ifPresent(to -> each.put("to", to));
        });
    return node.toString();
  }

  /** Reads what {@link #write} writes; a room of which nothing is known for the empty text. */
  static RoomState read(String head) {
    RoomState state = new RoomState();
    JsonNode node = node(head);
    state.name = node.path("name").asText();
    state.alias = node.path("alias").asText();
    state.joinRule = node.path("joinRule").asText();
    state.visibility = node.path("visibility").asText();
    state.encrypted = node.path("encrypted").asBoolean();
    state.direct = node.path("direct").asBoolean();
    state.read = node.path("read").asBoolean();
    for (Map.Entry<String, JsonNode> each : node.path("members").properties()) {
      JsonNode member = each.getValue();
      state.members.put(
          each.getKey(), new RoomState.Member(member.path(0).asText(), member.path(1).asText()));
    }
    for (Map.Entry<String, JsonNode> each : node.path("edits").properties()) {
      JsonNode edit = each.getValue();
      state.edits.put(
          each.getKey(),
          new Edit(
              edit.path("id").asText(),
              edit.path("sender").asText(),
              edit.path("at").asLong(),
              Optional.ofNullable(edit.get("content"))));
    }
    for (JsonNode gap : node.path("gaps")) {
      state.gaps.add(
          new Gap(
              gap.path("from").asText(), Optional.ofNullable(gap.get("to")).map(JsonNode::asText)));
    }
    return state;
  }

  private static JsonNode node(String head) {
    try {
      return JSON.readTree(head.isEmpty() ? "{}" : head);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an archive holds heads as they were written", e);
    }
  }
}

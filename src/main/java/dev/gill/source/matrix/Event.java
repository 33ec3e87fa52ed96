package dev.gill.source.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * An event of a room, as the server tells it to clients.
 *
 * @param at when it was sent, in milliseconds since 1970
 * @param stateKey of an event that changes the room's state
 */
record Event(
    String id,
    String type,
    String sender,
    long at,
    JsonNode content,
    Optional<String> stateKey,
    JsonNode unsigned,
    String redacts) {
  static Event of(JsonNode node) {
    JsonNode content = node.path("content");
    return new Event(
        node.path("event_id").asText(),
        node.path("type").asText(),
        node.path("sender").asText(),
        node.path("origin_server_ts").asLong(),
        content,
        node.has("state_key") ? Optional.of(node.path("state_key").asText()) : Optional.empty(),
        node.path("unsigned"),
        content.path("redacts").asText(node.path("redacts").asText()));
  }

  boolean changesState() {
    return stateKey.isPresent();
  }

  /** Whether an account comes into the room by it that was not in it. */
  boolean returns(String account) {
    String before = unsigned.path("prev_content").path("membership").asText();
    return type.equals("m.room.member")
        && stateKey.filter(account::equals).isPresent()
        && content.path("membership").asText().equals("join")
        && !before.isEmpty()
        && !before.equals("join");
  }

  /** The message that this one takes the place of. */
  Optional<String> replaced() {
    JsonNode relation = content.path("m.relates_to");
    return relation.path("rel_type").asText().equals("m.replace")
        ? Optional.of(relation.path("event_id").asText())
        : Optional.empty();
  }

  /** The newest edit, where the server hands it along. */
  Optional<Event> bundledEdit() {
    JsonNode edit = unsigned.path("m.relations").path("m.replace");
    return edit.has("content") ? Optional.of(of(edit)) : Optional.empty();
  }
}

package dev.gill.source.lark;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * A node of a wiki space.
 *
 * @param token its own, in the addresses of pages
 * @param object what it shows
 * @param parent the token of the node above; empty at the top
 * @param below whether nodes lie below it
 * @param shortcut whether what it shows has its place elsewhere
 */
record Node(
    String space,
    String token,
    ObjectId object,
    String parent,
    String title,
    boolean below,
    boolean shortcut) {
  /** Empty if it makes no sense. */
  static Optional<Node> of(JsonNode item) {
    String token = item.path("node_token").asText();
    String object = item.path("obj_token").asText();
    return token.isEmpty() || object.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Node(
                item.path("space_id").asText(),
                token,
                new ObjectId(item.path("obj_type").asText(), object),
                item.path("parent_node_token").asText(),
                item.path("title").asText(),
                item.path("has_child").asBoolean(),
                item.path("node_type").asText().equals("shortcut")));
  }
}

package dev.gill.source.slack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/** Answers in the shapes of Slack's Web API, lists in pages. */
final class SlackPages {
  private static final ObjectMapper JSON = new ObjectMapper();

  private SlackPages() {}

  static ObjectNode history(NavigableMap<String, ObjectNode> all, Map<String, String> asked) {
    String cursor = asked.getOrDefault("cursor", "");
    String latest = cursor.isEmpty() ? asked.getOrDefault("latest", "~") : cursor;
    List<ObjectNode> listed =
        all.headMap(latest, !cursor.isEmpty()).descendingMap().values().stream()
            .filter(
                each ->
                    !each.has("thread_ts")
                        || each.path("thread_ts").equals(each.path("ts"))
                        || each.path("subtype").asText().equals("thread_broadcast"))
            .toList();
    int limit = Math.min(listed.size(), Integer.parseInt(asked.get("limit")));
    ObjectNode answer = ok().put("has_more", limit < listed.size());
    listed.subList(0, limit).forEach(answer.putArray("messages")::add);
    answer
        .putObject("response_metadata")
        .put("next_cursor", limit < listed.size() ? listed.get(limit).path("ts").asText() : "");
    return answer;
  }

  static ObjectNode replies(NavigableMap<String, ObjectNode> all, Map<String, String> asked) {
    String root = asked.get("ts");
    if (!all.containsKey(root)) {
      return error("thread_not_found");
    }
    List<ObjectNode> listed =
        all.values().stream()
            .filter(
                each ->
                    each.path("ts").asText().equals(root)
                        || each.path("thread_ts").asText().equals(root))
            .toList();
    ObjectNode answer = list("messages", listed, asked);
    return answer.put("has_more", !answer.at("/response_metadata/next_cursor").asText().isEmpty());
  }

  /** A page of a list; its cursor is where the next one begins. */
  static ObjectNode list(String field, List<ObjectNode> all, Map<String, String> asked) {
    int from = Integer.parseInt(asked.getOrDefault("cursor", "0"));
    int to = Math.min(all.size(), from + Integer.parseInt(asked.getOrDefault("limit", "100")));
    ObjectNode answer = ok();
    ArrayNode page = answer.putArray(field);
    all.subList(Math.min(from, to), to).forEach(page::add);
    answer.putObject("response_metadata").put("next_cursor", to < all.size() ? "" + to : "");
    return answer;
  }

  static ObjectNode ok() {
    return JSON.createObjectNode().put("ok", true);
  }

  static ObjectNode error(String word) {
    return JSON.createObjectNode().put("ok", false).put("error", word);
  }
}

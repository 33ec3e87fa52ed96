package dev.gill.source.lark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.gill.source.chat.Post;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A message as Lark lists it.
 *
 * @param at when it was sent, in milliseconds since 1970
 * @param topic the id of the topic that it begins or answers in; empty if there is none
 * @param gone whether it was recalled
 * @param post empty if nobody said anything by it
 */
record Sent(String id, long at, String topic, String root, boolean gone, Optional<Post> post) {
  static Sent of(JsonNode item) {
    String id = item.path("message_id").asText();
    long at = item.path("create_time").asLong();
    String root = item.path("root_id").asText("");
    boolean gone = item.path("deleted").asBoolean();
    Optional<Post> post = gone ? Optional.empty() : text(item).map(text -> post(item, text));
    return new Sent(id, at, item.path("thread_id").asText(""), root, gone, post);
  }

  /** Whether it begins something, rather than answers in it. */
  boolean begins() {
    return root.isEmpty() || root.equals(id);
  }

  private static Post post(JsonNode item, String text) {
    Set<String> addressed = new HashSet<>();
    item.path("mentions").forEach(each -> addressed.add(each.path("id").asText()));
    JsonNode sender = item.path("sender");
    return new Post(
        item.path("message_id").asText(),
        sender.path("id").asText(),
        "",
        Instant.ofEpochMilli(item.path("create_time").asLong()),
        "",
        text,
        optional(item, "parent_id"),
        optional(item, "root_id"),
        addressed,
        !sender.path("sender_type").asText("user").equals("user"));
  }

  private static Optional<String> optional(JsonNode item, String field) {
    return Optional.of(item.path(field).asText("")).filter(value -> !value.isEmpty());
  }

  private static Optional<String> text(JsonNode item) {
    try {
      JsonNode content = LarkApi.JSON.readTree(item.path("body").path("content").asText("{}"));
      Map<String, String> names = new HashMap<>();
      item.path("mentions")
          .forEach(each -> names.put(each.path("key").asText(), each.path("name").asText()));
      return switch (item.path("msg_type").asText()) {
        case "text" -> Optional.of(RichText.named(content.path("text").asText(), names));
        case "post" -> Optional.of(RichText.of(content, names));
        default -> Optional.empty();
      };
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}

package dev.gill.source.lark;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;

/** Where an event says that something changed. What changed is read there, not believed. */
sealed interface ChatNotice {
  /** Its group. */
  String group();

  /** A new message stands at the end of the group, or in a topic of it. */
  record Said(String group, String topic) implements ChatNotice {}

  /** A message was recalled. */
  record Recalled(String group, String message) implements ChatNotice {}

  /** People came or went, the bot perhaps, or the group has another name. */
  record Came(String group) implements ChatNotice {}

  /** Reads what Lark posts; empty if it is no event that matters. */
  static Optional<ChatNotice> of(byte[] body) {
    try {
      JsonNode sent = LarkApi.JSON.readTree(body);
      JsonNode event = sent.path("event");
      JsonNode message = event.path("message");
      String group = event.path("chat_id").asText(message.path("chat_id").asText(""));
      if (group.isEmpty()) {
        return Optional.empty();
      }
      return switch (sent.path("header").path("event_type").asText()) {
        case "im.message.receive_v1" ->
            Optional.of(new Said(group, message.path("thread_id").asText("")));
        case "im.message.recalled_v1" ->
            Optional.of(new Recalled(group, event.path("message_id").asText()));
        case String type when type.startsWith("im.chat.") -> Optional.of(new Came(group));
        default -> Optional.empty();
      };
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}

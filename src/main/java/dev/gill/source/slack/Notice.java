package dev.gill.source.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;

/** Where an event says that something changed. What changed is read there, not believed. */
sealed interface Notice {
  /** New messages stand at the end of this channel. */
  record End(String channel) implements Notice {}

  /** A message of this channel, or the thread that it begins, reads otherwise. */
  record Thread(String channel, String root) implements Notice {}

  /** People came to, or went from, this channel. */
  record Came(String channel) implements Notice {}

  /** A file or canvas reads otherwise, or is gone. */
  record File(String id) implements Notice {}

  /** There are other channels, or they have other names. */
  record Channels() implements Notice {}

  /** Somebody's account changed. */
  record Accounts() implements Notice {}

  /** Reads what Slack posts; empty if it is no event that matters. */
  static Optional<Notice> of(byte[] body) {
    try {
      JsonNode sent = new ObjectMapper().readTree(body);
      return sent.path("type").asText().equals("event_callback")
          ? of(sent.path("event"))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<Notice> of(JsonNode event) {
    JsonNode named = event.path("channel");
    String channel = named.isObject() ? named.path("id").asText() : named.asText("");
    return switch (event.path("type").asText()) {
      case "message", "app_mention" -> message(event, channel);
      case "member_joined_channel", "member_left_channel" -> Optional.of(new Came(channel));
      case "team_join", "user_change", "user_profile_changed" -> Optional.of(new Accounts());
      case "file_change", "file_deleted", "file_unshared" ->
          Optional.of(event.path("file_id").asText(event.path("file").path("id").asText("")))
              .filter(id -> !id.isEmpty())
              .map(File::new);
      case String type when type.matches("(channel|group|im|mpim)_\\w+") ->
          Optional.of(new Channels());
      default -> Optional.empty();
    };
  }

  private static Optional<Notice> message(JsonNode event, String channel) {
    JsonNode now = event.path("message");
    JsonNode before = event.path("previous_message");
    String ts =
        now.path("ts").asText(before.path("ts").asText(event.path("deleted_ts").asText("")));
    String root =
        now.path("thread_ts")
            .asText(before.path("thread_ts").asText(event.path("thread_ts").asText(ts)));
    if (channel.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(root.isEmpty() ? new End(channel) : new Thread(channel, root));
  }
}

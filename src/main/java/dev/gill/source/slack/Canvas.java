package dev.gill.source.slack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gill.source.chat.Attached;
import java.util.Objects;
import java.util.Optional;

/**
 * A canvas that a channel shows beside its messages.
 *
 * @param account of who made it; empty if Slack does not say
 */
record Canvas(Attached file, String account) {
  /** Who channels' own canvases are made by, for whoever writes there. */
  private static final String SLACK = "USLACKBOT";

  Canvas {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(account, "account");
  }

  /** Reads what {@code files.info} says; empty if it cannot be read, or those there may not. */
  static Optional<Canvas> of(JsonNode file, Channel channel) {
    boolean theirs =
        channel.canvas().filter(file.path("id").asText()::equals).isPresent()
            || file.path("linked_channel_id").asText().equals(channel.id())
            || named(file.path("channels"), channel)
            || named(file.path("groups"), channel)
            || named(file.path("ims"), channel);
    String user = file.path("user").asText("");
    String account = file.path("canvas_creator_id").asText(user.equals(SLACK) ? "" : user);
    return Posts.file(file)
        .filter(_ -> theirs && !file.path("is_deleted").asBoolean())
        .map(read -> new Canvas(titled(read, "#" + channel.name()), account));
  }

  /** A channel's own canvas need not have a title. */
  private static Attached titled(Attached file, String otherwise) {
    return new Attached(
        file.id(),
        file.name(),
        file.title().isBlank() ? otherwise : file.title(),
        file.type(),
        file.size(),
        file.changed(),
        file.link(),
        file.content());
  }

  private static boolean named(JsonNode channels, Channel channel) {
    for (JsonNode each : channels) {
      if (each.asText().equals(channel.id())) {
        return true;
      }
    }
    return false;
  }
}

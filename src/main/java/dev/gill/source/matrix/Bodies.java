package dev.gill.source.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gill.source.chat.Post;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a message says, to whom, and to what. */
final class Bodies {
  /** What older clients put above a reply: what is answered, line by line. */
  private static final Pattern QUOTED =
      Pattern.compile("\\A> (?:\\* )?<@[^>\\n]+>[^\\n]*(?:\\n>[^\\n]*)*\\n*");

  private static final Pattern MENTION =
      Pattern.compile("href=[\"']https://matrix\\.to/#/(@[^\"'?]+|%40[^\"'?]+)");

  private Bodies() {}

  /** The message without link and name, which the room gives; empty if it says nothing. */
  static Optional<Post> post(Event event, boolean own) {
    JsonNode relation = event.content().path("m.relates_to");
    return text(event.content())
        .map(
            text ->
                new Post(
                    event.id(),
                    event.sender(),
                    event.sender(),
                    Instant.ofEpochMilli(event.at()),
                    "",
                    text,
                    answered(relation),
                    thread(relation),
                    addressed(event.content()),
                    own || isNotice(event.content())));
  }

  /** The message as an edit has it; empty if it says nothing any more. */
  static Optional<Post> edited(Post post, JsonNode content) {
    return text(content)
        .map(
            text ->
                new Post(
                    post.id(),
                    post.account(),
                    post.name(),
                    post.at(),
                    post.link(),
                    text,
                    post.replyTo(),
                    post.thread(),
                    addressed(content),
                    post.bot()));
  }

  private static boolean isNotice(JsonNode content) {
    return content.path("msgtype").asText().equals("m.notice");
  }

  private static Optional<String> text(JsonNode content) {
    String body = content.path("body").asText().replace("\r\n", "\n");
    String said =
        switch (content.path("msgtype").asText()) {
          case "m.text", "m.notice", "m.emote" -> QUOTED.matcher(body).replaceFirst("");
          case "m.image", "m.file", "m.video", "m.audio" -> caption(content, body);
          default -> "";
        };
    return Optional.of(said.strip()).filter(text -> !text.isEmpty());
  }

  /** Since version 1.10 the body of a file is what is said of it, where its name stands apart. */
  private static String caption(JsonNode content, String body) {
    String name = content.path("filename").asText();
    return name.isEmpty() || name.equals(body) ? "" : body;
  }

  private static Optional<String> answered(JsonNode relation) {
    return relation.path("is_falling_back").asBoolean()
        ? Optional.empty()
        : id(relation.path("m.in_reply_to"));
  }

  private static Optional<String> thread(JsonNode relation) {
    return relation.path("rel_type").asText().equals("m.thread") ? id(relation) : Optional.empty();
  }

  private static Optional<String> id(JsonNode node) {
    return Optional.of(node.path("event_id").asText()).filter(id -> !id.isEmpty());
  }

  private static Set<String> addressed(JsonNode content) {
    Set<String> accounts = new HashSet<>();
    content.path("m.mentions").path("user_ids").forEach(each -> accounts.add(each.asText()));
    Matcher mention = MENTION.matcher(content.path("formatted_body").asText());
    while (mention.find()) {
      String written = mention.group(1).replace("+", "%2B");
      accounts.add(URLDecoder.decode(written, StandardCharsets.UTF_8));
    }
    return accounts;
  }
}

package dev.gill.source.chatexport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gill.source.chat.Post;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A message a line, an object each: {@code text} and {@code time} (ISO 8601, or seconds or
 * milliseconds since 1970), and if known {@code id}, {@code name}, {@code account}, {@code link},
 * {@code replyTo}, {@code thread}, {@code mentions}, {@code bot} and {@code deleted}. A later line
 * with the same id takes the place of an earlier one.
 */
final class JsonLines {
  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonLines() {}

  /**
   * Reads the messages.
   *
   * @throws ExportException naming the first line that is none
   */
  static List<Post> read(String text, Times times) throws ExportException {
    Map<String, Post> posts = new LinkedHashMap<>();
    Numbering numbering = new Numbering();
    int number = 0;
    for (String line : text.split("\\R")) {
      number++;
      if (!line.isBlank()) {
        JsonNode node = node(line, number);
        Instant at =
            times
                .parse(node.path("time").asText())
                .orElseThrow(wrong(number, "has no time that can be read"));
        String id = node.path("id").asText("");
        String key = id.isEmpty() ? numbering.id(at) : id;
        posts.remove(key);
        if (!node.path("deleted").asBoolean()) {
          posts.put(key, post(node, key, at));
        }
      }
    }
    return List.copyOf(posts.values());
  }

  private static JsonNode node(String line, int number) throws ExportException {
    try {
      JsonNode node = JSON.readTree(line);
      if (node != null && node.isObject()) {
        return node;
      }
    } catch (JsonProcessingException e) {
      // said below, without the line, which may hold anything
    }
    throw wrong(number, "is no JSON object").get();
  }

  private static Supplier<ExportException> wrong(int number, String what) {
    return () ->
        new ExportException(
            "Line %d %s: write one message a line, such as {\"name\": \"Li\", \"time\": \"2026-03-02T10:15:00Z\", \"text\": \"…\"}."
                .formatted(number, what));
  }

  private static Post post(JsonNode node, String id, Instant at) {
    String name = node.path("name").asText("");
    String account = node.path("account").asText(name);
    Set<String> mentions = new HashSet<>();
    node.path("mentions").forEach(each -> mentions.add(each.asText()));
    return new Post(
        id,
        account.isEmpty() ? "unknown" : account,
        name.isEmpty() ? (account.isEmpty() ? "Unknown" : account) : name,
        at,
        node.path("link").asText(""),
        node.path("text").asText(""),
        text(node, "replyTo"),
        text(node, "thread"),
        mentions,
        node.path("bot").asBoolean());
  }

  private static Optional<String> text(JsonNode node, String field) {
    return Optional.of(node.path(field).asText("")).filter(value -> !value.isEmpty());
  }
}

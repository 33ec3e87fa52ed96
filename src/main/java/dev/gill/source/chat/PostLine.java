package dev.gill.source.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A message as a line of an archive's file. */
final class PostLine {
  private static final ObjectMapper JSON = new ObjectMapper();

  private PostLine() {}

  /**
   * Writes one.
   *
   * @param leftOut whether its text is but a note that it is left out
   */
  static ObjectNode of(Post post, boolean leftOut) {
    ObjectNode node = JSON.createObjectNode();
    node.put("id", post.id()).put("account", post.account()).put("name", post.name());
    node.put("at", post.at().toString()).put("link", post.link()).put("text", post.text());
    post.replyTo().ifPresent(id -> node.put("replyTo", id));
    post.thread().ifPresent(id -> node.put("thread", id));
    if (!post.addressed().isEmpty()) {
      post.addressed().stream().sorted().forEach(node.putArray("addressed")::add);
    }
    if (post.bot()) {
      node.put("bot", true);
    }
    if (!post.files().isEmpty()) {
      ArrayNode files = node.putArray("files");
      post.files().forEach(file -> write(file, files.addObject()));
    }
    if (leftOut) {
      node.put("leftOut", true);
    }
    return node;
  }

  private static void write(Attached file, ObjectNode node) {
    node.put("id", file.id()).put("name", file.name()).put("title", file.title());
    node.put("type", file.type()).put("size", file.size()).put("changed", file.changed());
    node.put("link", file.link()).put("content", file.content());
  }

  static boolean isLeftOut(JsonNode line) {
    return line.path("leftOut").asBoolean();
  }

  /** Reads what {@link #of} writes. */
  static Post read(JsonNode node) {
    Set<String> addressed = new HashSet<>();
    node.path("addressed").forEach(each -> addressed.add(each.asText()));
    List<Attached> files = new ArrayList<>();
    node.path("files").forEach(each -> files.add(file(each)));
    return new Post(
        node.path("id").asText(),
        node.path("account").asText(),
        node.path("name").asText(),
        Instant.parse(node.path("at").asText()),
        node.path("link").asText(),
        node.path("text").asText(),
        text(node, "replyTo"),
        text(node, "thread"),
        addressed,
        node.path("bot").asBoolean(),
        files);
  }

  private static Attached file(JsonNode node) {
    return new Attached(
        node.path("id").asText(),
        node.path("name").asText(),
        node.path("title").asText(),
        node.path("type").asText(),
        node.path("size").asLong(),
        node.path("changed").asLong(),
        node.path("link").asText(),
        node.path("content").asText());
  }

  private static Optional<String> text(JsonNode node, String field) {
    return node.has(field) ? Optional.of(node.path(field).asText()) : Optional.empty();
  }
}

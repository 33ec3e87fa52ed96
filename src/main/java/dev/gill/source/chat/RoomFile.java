package dev.gill.source.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A file of JSON lines, an object each: a message with its {@code id}, or the room's {@code head},
 * the last of which counts.
 *
 * @param bytes how many of the file count; more may follow where a step was cut short
 */
record RoomFile(String name, long bytes, int lines) {
  static final String ENDING = ".jsonl";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** How many heads may have been appended before a file is rewritten. */
  private static final int SLACK = 1000;

  /**
   * What a file says.
   *
   * @param written accounts of whom it holds texts
   * @param leftOut accounts of whom it holds notes in their place
   */
  record Read(Kept room, Set<String> written, Set<String> leftOut) {}

  /**
   * Writes a room: to the end of its file if it only got more messages, else to a new one.
   *
   * @param name of a new file
   * @param before what the file of now holds
   */
  static RoomFile write(
      Path folder,
      String name,
      Optional<RoomFile> file,
      Optional<Kept> before,
      Kept room,
      Predicate<String> optedOut)
      throws IOException {
    boolean grows =
        file.isPresent()
            && before.isPresent()
            && continues(before.get(), room)
            && file.get().lines() < 2 * room.posts().size() + SLACK;
    int known = grows ? before.orElseThrow().posts().size() : 0;
    boolean headed = grows && before.orElseThrow().head().equals(room.head());
    StringBuilder text = new StringBuilder();
    int lines = 0;
    if (!headed) {
      text.append(JSON.createObjectNode().put("head", room.head())).append('\n');
      lines++;
    }
    for (Post post : room.posts().values().stream().skip(known).toList()) {
      text.append(line(post, optedOut.test(post.account()))).append('\n');
      lines++;
    }
    RoomFile from = grows ? file.orElseThrow() : new RoomFile(name, 0, 0);
    return from.append(folder, text, lines);
  }

  private static boolean continues(Kept before, Kept now) {
    if (now.posts().size() < before.posts().size()) {
      return false;
    }
    Iterator<Post> posts = now.posts().values().iterator();
    return before.posts().values().stream().allMatch(post -> post.equals(posts.next()));
  }

  private RoomFile append(Path folder, StringBuilder text, int more) throws IOException {
    ByteBuffer content = StandardCharsets.UTF_8.encode(text.toString());
    long end = bytes + content.remaining();
    try (FileChannel channel =
        FileChannel.open(
            folder.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.truncate(bytes).position(bytes);
      while (content.hasRemaining()) {
        channel.write(content);
      }
      channel.force(true);
    }
    return new RoomFile(name, end, lines + more);
  }

  /** Reads it; empty if it is not there or not whole. */
  Optional<Read> read(Path folder) throws IOException {
    Map<String, Post> posts = new LinkedHashMap<>();
    Set<String> written = new HashSet<>();
    Set<String> leftOut = new HashSet<>();
    String head = "";
    try (InputStream in = Files.newInputStream(folder.resolve(name));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (int i = 0; i < lines; i++) {
        JsonNode node = JSON.readTree(Optional.ofNullable(reader.readLine()).orElse(""));
        if (node.has("head")) {
          head = node.path("head").asText();
        } else {
          Post post = post(node);
          posts.put(post.id(), post);
          (node.path("leftOut").asBoolean() ? leftOut : written).add(post.account());
        }
      }
      return Optional.of(new Read(new Kept(head, posts), written, leftOut));
    } catch (NoSuchFileException | JsonProcessingException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static ObjectNode line(Post post, boolean leftOut) {
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
    if (leftOut) {
      node.put("leftOut", true);
    }
    return node;
  }

  private static Post post(JsonNode node) {
    Set<String> addressed = new HashSet<>();
    node.path("addressed").forEach(each -> addressed.add(each.asText()));
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
        node.path("bot").asBoolean());
  }

  private static Optional<String> text(JsonNode node, String field) {
    return node.has(field) ? Optional.of(node.path(field).asText()) : Optional.empty();
  }
}

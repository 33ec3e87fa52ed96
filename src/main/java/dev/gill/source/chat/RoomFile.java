package dev.gill.source.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file of JSON lines, an object each.
 *
 * @param bytes how many of the file count; more may follow where a step was cut short
 */
record RoomFile(String name, long bytes, int lines) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Nothing yet, under a name. */
  static RoomFile none(String name) {
    return new RoomFile(name, 0, 0);
  }

  /** Writes more objects to its end. */
  RoomFile append(Path folder, List<? extends JsonNode> more) throws IOException {
    StringBuilder text = new StringBuilder();
    for (JsonNode each : more) {
      text.append(JSON.writeValueAsString(each)).append('\n');
    }
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
    return new RoomFile(name, end, lines + more.size());
  }

  /** Reads its objects; empty if it is not there or not whole. */
  Optional<List<JsonNode>> read(Path folder) throws IOException {
    List<JsonNode> read = new ArrayList<>();
    try (InputStream in = Files.newInputStream(folder.resolve(name));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (int i = 0; i < lines; i++) {
        JsonNode node = JSON.readTree(Optional.ofNullable(reader.readLine()).orElse(""));
        if (!node.isObject()) {
          return Optional.empty();
        }
        read.add(node);
      }
      return Optional.of(read);
    } catch (NoSuchFileException | JsonProcessingException e) {
      return Optional.empty();
    }
  }
}

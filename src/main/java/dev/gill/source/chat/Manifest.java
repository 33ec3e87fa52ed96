package dev.gill.source.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which files of an archive count, and how far each. It is rewritten whole, by a rename.
 *
 * @param generation grows with each rewriting; 0 before the first
 * @param position empty where nothing is kept
 */
record Manifest(long generation, Optional<String> position, Map<String, RoomFiles> rooms) {
  static final Manifest NONE = new Manifest(0, Optional.empty(), Map.of());

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LAYOUT = 2;
  private static final String NAME = "archive.json";

  Manifest {
    rooms = Map.copyOf(rooms);
  }

  /** The one in a folder; none where it cannot be understood, so that all is read anew. */
  static Manifest read(Path folder) throws IOException {
    try {
      JsonNode node = JSON.readTree(Files.readAllBytes(folder.resolve(NAME)));
      if (node.path("layout").asInt() != LAYOUT) {
        return NONE;
      }
      Map<String, RoomFiles> rooms = new TreeMap<>();
      for (Map.Entry<String, JsonNode> room : node.path("rooms").properties()) {
        SortedMap<String, RoomFile> months = new TreeMap<>();
        room.getValue()
            .path("months")
            .properties()
            .forEach(month -> months.put(month.getKey(), file(month.getValue())));
        rooms.put(room.getKey(), new RoomFiles(file(room.getValue().path("head")), months));
      }
      return new Manifest(
          node.path("generation").asLong(), Optional.of(node.path("position").asText()), rooms);
    } catch (NoSuchFileException | JsonProcessingException | IllegalArgumentException e) {
      return NONE;
    }
  }

  private static RoomFile file(JsonNode node) {
    return new RoomFile(
        node.path("file").asText(), node.path("bytes").asLong(), node.path("lines").asInt());
  }

  private static void write(RoomFile file, ObjectNode node) {
    node.put("file", file.name()).put("bytes", file.bytes()).put("lines", file.lines());
  }

  void write(Path folder) throws IOException {
    ObjectNode node = JSON.createObjectNode();
    node.put("layout", LAYOUT).put("generation", generation).put("position", position.orElse(""));
    ObjectNode all = node.putObject("rooms");
    new TreeMap<>(rooms)
        .forEach(
            (key, files) -> {
              ObjectNode room = all.putObject(key);
              write(files.head(), room.putObject("head"));
              ObjectNode months = room.putObject("months");
              files.months().forEach((month, file) -> write(file, months.putObject(month)));
            });
    Path temporary = folder.resolve(NAME + ".new");
    Files.write(temporary, JSON.writeValueAsBytes(node));
    try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(
        temporary,
        folder.resolve(NAME),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /** Deletes the files that do not count any more. */
  void sweep(Path folder) throws IOException {
    Set<String> counting =
        rooms.values().stream().flatMap(RoomFiles::names).collect(Collectors.toSet());
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        boolean room = name.endsWith(RoomFiles.HEAD) || name.endsWith(RoomFiles.MESSAGES);
        if (room && !counting.contains(name)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}

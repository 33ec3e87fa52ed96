package dev.gill.source.slack;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Where the messages of channels are kept: a folder a channel, a file of JSON lines a month, and a
 * file that says how far it was read. Each is written beside and put in place as a whole.
 */
final class ArchiveFolder {
  private static final ObjectMapper JSON =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  private static final String STATE = "state.json";
  private static final String ENDING = ".jsonl";

  private final Path folder;

  ArchiveFolder(Path folder) {
    this.folder = folder;
  }

  /** The channels of which anything is kept. */
  Set<String> channels() throws IOException {
    if (!Files.isDirectory(folder)) {
      return Set.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      Set<String> channels = new TreeSet<>();
      entries.forEach(each -> channels.add(each.getFileName().toString()));
      return channels;
    }
  }

  /** How far a channel was read; empty if nothing of it is kept, or nothing whole. */
  Optional<Progress> progress(String channel) {
    try {
      return Optional.of(
          JSON.readValue(Files.readAllBytes(folder(channel).resolve(STATE)), Progress.class));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The messages of a channel. */
  List<Line> lines(String channel) throws IOException {
    List<Line> lines = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder(channel))) {
      for (Path file : files.filter(each -> each.toString().endsWith(ENDING)).toList()) {
        for (String line : Files.readAllLines(file)) {
          lines.add(JSON.readValue(line, Line.class));
        }
      }
    }
    return lines;
  }

  /** Replaces a month; without lines it goes. */
  void write(String channel, String month, Collection<Line> lines) throws IOException {
    Path file = folder(channel).resolve(month + ENDING);
    if (lines.isEmpty()) {
      Files.deleteIfExists(file);
      return;
    }
    StringBuilder text = new StringBuilder();
    for (Line line : lines) {
      text.append(JSON.writeValueAsString(line)).append('\n');
    }
    replace(file, text.toString().getBytes(StandardCharsets.UTF_8));
  }

  void write(String channel, Progress progress) throws IOException {
    replace(folder(channel).resolve(STATE), JSON.writeValueAsBytes(progress));
  }

  private static void replace(Path file, byte[] bytes) throws IOException {
    Files.createDirectories(file.getParent());
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    Files.write(beside, bytes);
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Forgets a channel. */
  void delete(String channel) throws IOException {
    if (!Files.isDirectory(folder(channel))) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder(channel))) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Slack's ids are letters and digits; whatever else a server says leads nowhere else. */
  private Path folder(String channel) {
    if (!channel.matches("[A-Za-z0-9]{1,64}")) {
      throw new IllegalArgumentException("a channel's id is made of letters and digits");
    }
    return folder.resolve(channel);
  }
}

package dev.gill.source.chatexport;

import dev.gill.model.SourceId;
import dev.gill.source.PathFilter;
import dev.gill.source.Redaction;
import dev.gill.source.SourceException;
import dev.gill.source.chat.Post;
import dev.gill.source.chat.Room;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The exports of a folder. What has the size and the time that it had is not read again. */
final class ExportFiles {
  private static final long LARGEST = 256L << 20;

  /** A file as it was when it was read: a room, or why it is none. */
  private record Known(long size, Instant modified, Optional<Room> room, String trouble) {}

  /**
   * What there is.
   *
   * @param rooms by key
   * @param troubles why a file cannot be read, by its path below the folder
   */
  record Found(SortedMap<String, Room> rooms, SortedMap<String, String> troubles) {}

  private final ExportSettings settings;
  private final Path root;
  private final PathFilter filter;
  private Map<Path, Known> known = new HashMap<>();

  ExportFiles(ExportSettings settings) {
    this.settings = settings;
    this.root = settings.path().toAbsolutePath().normalize();
    this.filter = new PathFilter(settings.include(), settings.exclude(), ExportFiles::isExport);
  }

  private static boolean isExport(String name) {
    return name.toLowerCase(Locale.ROOT).matches(".*\\.(?:txt|csv|jsonl|ndjson)");
  }

  /** All exports that there are now. */
  Found look() throws SourceException, InterruptedException {
    Map<Path, Known> now = new HashMap<>();
    SortedMap<String, Room> rooms = new TreeMap<>();
    SortedMap<String, String> troubles = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted().toList()) {
        if (Thread.interrupted()) {
          throw new InterruptedException("asked to stop while reading exports");
        }
        String path = path(file);
        if ((file.equals(root) || filter.takes(path)) && Files.isRegularFile(file)) {
          Known read = read(file, path, now);
          read.room().ifPresent(room -> rooms.put(room.key(), room));
          if (read.room().isEmpty()) {
            troubles.put(path, read.trouble());
          }
        }
      }
    } catch (IOException | UncheckedIOException e) {
      throw failed(e);
    }
    known = now;
    return new Found(rooms, troubles);
  }

  private String path(Path file) {
    return root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
  }

  private Known read(Path file, String path, Map<Path, Known> now) throws IOException {
    BasicFileAttributes stat = Files.readAttributes(file, BasicFileAttributes.class);
    Instant modified = stat.lastModifiedTime().toInstant();
    Known before = known.get(file);
    boolean same =
        before != null && before.size() == stat.size() && before.modified().equals(modified);
    Known read = same ? before : read(file, path, stat.size(), modified);
    now.put(file, read);
    return read;
  }

  private Known read(Path file, String path, long size, Instant modified) {
    try {
      if (size > LARGEST) {
        throw new ExportException(
            "It is larger than 256 MiB: export the chat in several files, a year each.");
      }
      List<Post> posts = ExportFormat.read(file.toString(), Files.readAllBytes(file), settings);
      Room room = new Room(path, title(file), settings.scope(path), posts);
      return new Known(size, modified, Optional.of(room), "");
    } catch (ExportException e) {
      return new Known(size, modified, Optional.empty(), e.getMessage());
    } catch (NoSuchFileException e) {
      return new Known(size, modified, Optional.empty(), "It has just gone.");
    } catch (IOException e) {
      return new Known(
          size,
          modified,
          Optional.empty(),
          "It cannot be read: let the user that Gill runs as read it.");
    }
  }

  private static String title(Path file) {
    return file.getFileName().toString().replaceFirst("\\.[^.]+$", "");
  }

  private SourceException failed(Exception e) {
    SourceId id = settings.id();
    return new SourceException.Broken(
        "The exports at %s of source %s cannot be read: check gill.sources.%s.path, and let the user that Gill runs as read it."
            .formatted(Redaction.path(root), id, id),
        e);
  }
}

package dev.gill.app.house;

import dev.gill.index.IndexException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folders of indexes in a data folder: {@code index}, {@code index-2} and so on. A small file
 * names the one in use, which is the lowest where there is no such file; one with a higher number
 * is being filled, one with a lower number was replaced.
 */
final class IndexFolders {
  private static final String FIRST = "index";
  private static final String POINTER = "index.current";
  private static final Pattern NAME = Pattern.compile("index(?:-([1-9][0-9]{0,8}))?");

  private final Path data;

  IndexFolders(Path data) {
    this.data = data;
  }

  /** The folder of the index in use, whether it is there or not. */
  Path current() {
    return named().or(this::lowest).orElseGet(() -> data.resolve(FIRST));
  }

  private Optional<Path> lowest() {
    return there().stream().min(Comparator.comparingInt(each -> number(each).orElseThrow()));
  }

  /** All that are there. */
  List<Path> there() {
    if (!Files.isDirectory(data)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(data)) {
      return all.filter(each -> number(each).isPresent()).filter(Files::isDirectory).toList();
    } catch (IOException e) {
      throw new IndexException(
          "the data folder %s cannot be read (%s); make it readable".formatted(data, e), e);
    }
  }

  /** The folder of the index that is to come next, whether it is there or not. */
  Path next() {
    return data.resolve(FIRST + "-" + (number(current()).orElse(1) + 1));
  }

  /** The folder after one that is in use; somebody may have deleted that meanwhile. */
  Path after(Path inUse) {
    int used = Math.max(number(current()).orElse(1), number(inUse).orElse(1));
    return data.resolve(FIRST + "-" + (used + 1));
  }

  /** What the file names, if that is there. */
  private Optional<Path> named() {
    try {
      String name = Files.readString(data.resolve(POINTER)).strip();
      return Optional.of(name)
          .filter(each -> NAME.matcher(each).matches())
          .map(data::resolve)
          .filter(Files::isDirectory);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new IndexException(
          "%s cannot be read (%s); make it readable".formatted(data.resolve(POINTER), e), e);
    }
  }

  /**
   * Puts a folder in use, in one step that is durable when this returns. A process that is killed
   * meanwhile has the one or the other in use.
   */
  void use(Path folder) throws IOException {
    Path pointer = data.resolve(POINTER);
    Path half = data.resolve(POINTER + ".new");
    try (FileChannel file =
        FileChannel.open(
            half,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      file.write(StandardCharsets.UTF_8.encode(folder.getFileName() + "\n"));
      file.force(true);
    }
    try {
      Files.move(half, pointer, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(half, pointer, StandardCopyOption.REPLACE_EXISTING);
    }
    syncFolder();
  }

  /** Some systems cannot open a folder; they keep its entries safe by themselves. */
  private void syncFolder() {
    try (FileChannel folder = FileChannel.open(data, StandardOpenOption.READ)) {
      folder.force(true);
    } catch (IOException e) {
      return;
    }
  }

  /** Deletes what a swap or a broken-off filling left, and a pointer to what is not there. */
  void clear(boolean keepNext) throws IOException {
    Path current = current();
    Path next = next();
    if (named().isEmpty()) {
      Files.deleteIfExists(data.resolve(POINTER));
    }
    Files.deleteIfExists(data.resolve(POINTER + ".new"));
    for (Path folder : there()) {
      if (!folder.equals(current) && !(keepNext && folder.equals(next))) {
        delete(folder);
      }
    }
  }

  private static OptionalInt number(Path folder) {
    Matcher name = NAME.matcher(folder.getFileName().toString());
    if (!name.matches()) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(name.group(1) == null ? 1 : Integer.parseInt(name.group(1)));
  }

  /** How many bytes lie in a folder; 0 if it is not there. */
  static long size(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    long bytes = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        try {
          bytes += Files.size(file);
        } catch (NoSuchFileException e) {
          continue; // merged away meanwhile
        }
      }
    }
    return bytes;
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(folder)) {
      deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.deleteIfExists(path);
    }
  }
}

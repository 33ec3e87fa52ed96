package dev.gill.source.sweep;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Keeps what was reported in a file, page by page, each page before it is handed out. So whatever
 * cursor was stored, the file says what had been reported by then.
 *
 * <p>A file is only ever appended to. A pass that goes on from elsewhere begins a new one with all
 * that is known there; of the older ones the last few stay, for a second index that is filled from
 * the same source.
 */
final class Journal implements AutoCloseable {
  private static final int KEPT = 8;
  private static final String ENDING = ".journal";

  /** Where a file is rewritten: it holds many times what is left of it. */
  private static final int SLACK = 10_000;

  private final FileChannel channel;
  private final long number;
  private long page;
  private long lines;

  private Journal(FileChannel channel, long number) {
    this.channel = channel;
    this.number = number;
  }

  /** Begins a file with all of this. */
  static Journal begin(Path folder, Reported reported) throws IOException {
    Files.createDirectories(folder);
    SortedMap<Long, Path> files = files(folder);
    long next = files.isEmpty() ? 1 : files.lastKey() + 1;
    while (true) {
      try {
        FileChannel channel =
            FileChannel.open(
                folder.resolve(next + ENDING),
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE);
        Journal journal = new Journal(channel, next);
        List<JournalLine> all = new ArrayList<>();
        reported
            .documents()
            .forEach((key, known) -> all.add(new JournalLine.Document(key, Optional.of(known))));
        journal.append(all);
        thin(files);
        return journal;
      } catch (FileAlreadyExistsException e) {
        next++;
      }
    }
  }

  /**
   * What had been reported when a page was handed out; empty if no file says it.
   *
   * @param position as {@link #position()} gave it
   */
  static Optional<Reported> recall(Path folder, String position) {
    int dot = position.indexOf('.');
    try {
      Path file = folder.resolve(Long.parseLong(position.substring(0, dot)) + ENDING);
      return Files.exists(file)
          ? recall(file, Long.parseLong(position.substring(dot + 1)))
          : Optional.empty();
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** A page that brought only new marks ends under the number of the page before, so: the last. */
  private static Optional<Reported> recall(Path file, long wanted) throws IOException {
    Reported reported = new Reported();
    Map<String, Optional<Known>> open = new TreeMap<>();
    boolean present = false;
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        switch (JournalLine.read(line)) {
          case JournalLine.Document(String key, Optional<Known> known) -> open.put(key, known);
          case JournalLine.PageEnd(long end, boolean complete) -> {
            if (end > wanted) {
              return Optional.of(reported);
            }
            reported.apply(open, complete);
            open.clear();
            present = end == wanted;
          }
        }
      }
    }
    return present ? Optional.of(reported) : Optional.empty();
  }

  /** Names the last page that was written. */
  String position() {
    return number + "." + page;
  }

  /** Writes a page, safe from a crash. */
  void page(Map<String, Optional<Known>> changes, boolean complete, boolean moves)
      throws IOException {
    List<JournalLine> all = new ArrayList<>();
    changes.forEach((key, known) -> all.add(new JournalLine.Document(key, known)));
    page += moves ? 1 : 0;
    all.add(new JournalLine.PageEnd(page, complete));
    append(all);
    channel.force(false);
  }

  /** Whether a new file would hold much less. */
  boolean swollen(Reported reported) {
    return lines > 4L * reported.documents().size() + SLACK;
  }

  private void append(List<JournalLine> all) throws IOException {
    StringBuilder text = new StringBuilder();
    all.forEach(line -> text.append(JournalLine.write(line)).append('\n'));
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(text.toString());
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    lines += all.size();
  }

  private static void thin(SortedMap<Long, Path> older) throws IOException {
    List<Path> all = List.copyOf(older.values());
    for (Path file : all.subList(0, Math.max(0, all.size() - KEPT + 1))) {
      Files.deleteIfExists(file);
    }
  }

  private static SortedMap<Long, Path> files(Path folder) throws IOException {
    SortedMap<Long, Path> files = new TreeMap<>();
    try (Stream<Path> entries = Files.list(folder)) {
      entries.forEach(
          file -> {
            String name = file.getFileName().toString();
            if (name.matches("\\d{1,15}\\" + ENDING)) {
              files.put(Long.parseLong(name.substring(0, name.length() - ENDING.length())), file);
            }
          });
    }
    return files;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}

package dev.gill.source.slack;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The messages of a channel as far as they were read. What changes is kept with {@link #save}. */
final class Archive {
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("uuuu-MM").withZone(ZoneOffset.UTC);

  /** After every other. */
  private static final String LAST = "~";

  private final String channel;
  private final ArchiveFolder folder;
  private final Predicate<String> optedOut;
  private final TreeMap<String, Line> lines = new TreeMap<>();
  private final TreeMap<String, Progress.Thread> threads = new TreeMap<>();
  private final Set<String> changedMonths = new HashSet<>();
  private Progress progress = Progress.NONE;
  private boolean moved;
  private long version;

  /**
   * Opens what is kept of a channel; what cannot be read counts as not kept.
   *
   * @param optedOut of whose messages no text is kept
   */
  Archive(String channel, ArchiveFolder folder, Predicate<String> optedOut) {
    this.channel = channel;
    this.folder = folder;
    this.optedOut = optedOut;
    try {
      Optional<Progress> kept = folder.progress(channel);
      if (kept.isPresent()) {
        folder.lines(channel).forEach(line -> lines.put(line.ts(), line));
        progress = kept.get();
        threads.putAll(progress.threads());
      }
    } catch (IOException | RuntimeException e) {
      lines.clear();
    }
  }

  Collection<Line> lines() {
    return lines.values();
  }

  /** Rises with each change of what was said. */
  long version() {
    return version;
  }

  Progress progress() {
    return progress;
  }

  void progress(boolean whole, String before, String known, long swept) {
    progress = new Progress(whole, before, known, swept, threads);
    moved = true;
  }

  SortedMap<String, Progress.Thread> threads() {
    return threads;
  }

  /** The threads that have other replies than were read. */
  List<String> dueThreads() {
    return threads.keySet().stream().filter(root -> threads.get(root).due()).toList();
  }

  /**
   * Takes in a part of the channel.
   *
   * @param above it reaches down to this message, itself included; empty for the beginning
   * @param below and up to this one, which is not part of it; empty for the end
   */
  void channel(Page page, String above, String below) {
    String end = below.isEmpty() ? LAST : below;
    if (above.compareTo(end) < 0) {
      Set<String> present = page.present();
      List.copyOf(threads.subMap(above, end).keySet()).stream()
          .filter(root -> !present.contains(root))
          .forEach(this::removeThread);
      Set<String> said = page.said();
      List.copyOf(lines.subMap(above, end).values()).stream()
          .filter(line -> !line.reply() && !said.contains(line.ts()))
          .forEach(line -> remove(line.ts()));
    }
    page.lines().forEach(this::put);
    page.threads()
        .forEach(
            (root, listed) -> {
              String read = threads.containsKey(root) ? threads.get(root).read() : "";
              thread(root, new Progress.Thread(listed, read));
            });
  }

  /** Takes in all messages of a thread, or one that has no replies. */
  void thread(String root, Page all) {
    Set<String> present = all.present();
    if (!present.contains(root)) {
      removeThread(root);
      return;
    }
    Set<String> said = all.said();
    Stream.concat(Stream.of(root), replies(root).stream())
        .filter(ts -> !said.contains(ts))
        .forEach(this::remove);
    all.lines().forEach(this::put);
    Optional<String> listed =
        Optional.ofNullable(all.threads().get(root))
            .or(
                () ->
                    Optional.ofNullable(threads.get(root))
                        .filter(_ -> all.messages().size() > 1)
                        .map(Progress.Thread::listed));
    if (listed.isPresent()) {
      thread(root, new Progress.Thread(listed.get(), listed.get()));
    } else {
      moved |= threads.remove(root) != null;
    }
  }

  private void thread(String root, Progress.Thread now) {
    moved |= !now.equals(threads.put(root, now));
  }

  private void removeThread(String root) {
    moved |= threads.remove(root) != null;
    replies(root).forEach(this::remove);
    remove(root);
  }

  private List<String> replies(String root) {
    return lines.tailMap(root).values().stream()
        .filter(line -> line.reply() && line.thread().equals(root))
        .map(Line::ts)
        .toList();
  }

  private void put(Line read) {
    Line line = optedOut.test(read.account()) ? read.leaveOut() : read;
    if (!line.equals(lines.put(line.ts(), line))) {
      changed(line.ts());
    }
  }

  private void remove(String ts) {
    if (lines.remove(ts) != null) {
      changed(ts);
    }
  }

  private void changed(String ts) {
    changedMonths.add(month(ts));
    version++;
  }

  private static String month(String ts) {
    return MONTH.format(Line.at(ts));
  }

  /**
   * Takes out the texts of people who have opted out since they were read.
   *
   * @return whether somebody has opted in again, so that the channel has to be read anew
   */
  boolean applyOptOuts() {
    boolean missing = false;
    for (Line line : List.copyOf(lines.values())) {
      boolean out = optedOut.test(line.account());
      if (out && !line.leftOut()) {
        put(line);
      }
      missing |= line.leftOut() && !out;
    }
    return missing;
  }

  /** Drops what was said before this moment, but for threads that went on after it. */
  void dropBefore(Instant moment) {
    Set<String> alive = new HashSet<>();
    threads.forEach(
        (root, thread) -> {
          String last = thread.listed().substring(thread.listed().indexOf('/') + 1);
          if (last.isEmpty() || !Line.at(last).isBefore(moment)) {
            alive.add(root);
          }
        });
    for (Line line : List.copyOf(lines.values())) {
      String root = line.reply() ? line.thread() : line.ts();
      if (line.at().isBefore(moment) && !alive.contains(root)) {
        remove(line.ts());
      }
    }
    moved |= threads.keySet().removeIf(root -> !alive.contains(root) && !lines.containsKey(root));
  }

  /** Writes what has changed, how far it was read at last. */
  void save() throws IOException {
    for (String month : changedMonths) {
      folder.write(
          channel,
          month,
          lines.values().stream().filter(line -> month(line.ts()).equals(month)).toList());
    }
    if (moved || !changedMonths.isEmpty()) {
      folder.write(
          channel,
          new Progress(
              progress.whole(), progress.before(), progress.known(), progress.swept(), threads));
    }
    changedMonths.clear();
    moved = false;
  }
}

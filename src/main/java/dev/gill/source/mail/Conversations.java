package dev.gill.source.mail;

import dev.gill.model.PassedOver;
import dev.gill.model.Scope;
import dev.gill.source.PassedOverTally;
import dev.gill.source.PathFilter;
import dev.gill.source.Verdict;
import dev.gill.source.mail.Head.Attached;
import dev.gill.source.sweep.Listed;
import dev.gill.source.sweep.Listing;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The documents that the messages of a mailbox make: threads, and files that they carry.
 *
 * @param threads by key
 * @param files by key
 */
record Conversations(
    SortedMap<String, Thread> threads,
    SortedMap<String, File> files,
    Listing listing,
    List<PassedOver> passedOver) {
  /** Messages of a folder that belong together, in the order of time. */
  record Thread(String folder, List<Head> messages) {}

  /** A file that a message carries. */
  record File(String folder, Head message, Attached attached) {}

  /**
   * Finds them.
   *
   * @param folders which folders are followed, by their paths
   * @param files which files can be read, by their names
   */
  static Conversations of(
      Mailbox mailbox, PathFilter folders, PathFilter files, MailSettings settings) {
    Making making = new Making(files, settings);
    mailbox
        .folders()
        .forEach(
            (path, heads) -> {
              if (path.isEmpty() || folders.takes(path)) {
                making.folder(path, heads);
              }
            });
    return making.made();
  }

  private static final class Making {
    private final PathFilter readable;
    private final MailSettings settings;
    private final SortedMap<String, Thread> threads = new TreeMap<>();
    private final SortedMap<String, File> files = new TreeMap<>();
    private final SortedMap<String, Listed> listed = new TreeMap<>();
    private final PassedOverTally tally;

    Making(PathFilter readable, MailSettings settings) {
      this.readable = readable;
      this.settings = settings;
      this.tally = new PassedOverTally(settings.id(), settings.scope(""));
    }

    void folder(String path, List<Head> heads) {
      String begin = path.isEmpty() ? "" : path + "/";
      Map<String, Head> once = new HashMap<>();
      heads.forEach(head -> once.merge(head.id(), head, Making::later));
      Threads.of(List.copyOf(once.values()))
          .forEach((id, messages) -> thread(begin + id, new Thread(path, messages)));
      once.values().forEach(head -> files(begin, path, head));
    }

    /** A message that lies twice in a folder is one; which copy, must not change by itself. */
    private static Head later(Head one, Head other) {
      return one.ref().compareTo(other.ref()) >= 0 ? one : other;
    }

    private void thread(String key, Thread thread) {
      threads.put(key, thread);
      String mark = thread.messages().stream().map(Head::ref).collect(Collectors.joining(" "));
      long size = thread.messages().stream().mapToLong(Head::size).sum();
      list(key, thread.folder(), mark, size);
    }

    private void files(String begin, String folder, Head head) {
      Set<String> names = new HashSet<>();
      for (Attached each : head.attached()) {
        String name = each.name().replace('/', '_');
        String key =
            begin + head.id() + "/" + (names.add(name) ? name : each.number() + " " + name);
        switch (readable.file(name)) {
          case Verdict.Taken taken -> {
            files.put(key, new File(folder, head, each));
            list(key, folder, head.ref() + " " + each.number(), each.size());
          }
          case Verdict.PassedOver passed -> tally.add(passed, key);
          case Verdict.Ignored ignored -> {}
        }
      }
    }

    private void list(String key, String folder, String mark, long size) {
      listed.put(key, new Listed(key, settings.scope(folder), mark, size));
    }

    Conversations made() {
      Set<Scope> scopes = settings.rights().audiences().keySet();
      return new Conversations(
          threads, files, new Listing(listed, scopes, Set.of()), tally.groups());
    }
  }
}

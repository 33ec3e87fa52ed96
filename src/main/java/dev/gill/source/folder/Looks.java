package dev.gill.source.folder;

import dev.gill.model.Cursor;
import dev.gill.model.PassedOver;
import dev.gill.source.PassedOverTally;
import dev.gill.source.PathFilter;
import dev.gill.source.SourceException;
import dev.gill.source.folder.FileStat.Kind;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** Decides where to look. */
final class Looks {
  private final FolderSettings settings;
  private final PathFilter filter;
  private final Reach reach;
  private boolean links;
  private SortedSet<String> leadOut = Collections.emptySortedSet();
  private StaleCopies copies = new StaleCopies();
  private volatile List<PassedOver> passedOver = List.of();

  Looks(FolderSettings settings, PathFilter filter, Reach reach) {
    this.settings = settings;
    this.filter = filter;
    this.reach = reach;
  }

  /** What the last look at everything passed over. Any thread. */
  List<PassedOver> passedOver() {
    return passedOver;
  }

  /** The identity of the root folder. */
  Object root() throws SourceException {
    try {
      FileStat stat = FileStat.of(settings.root());
      if (stat.kind() != Kind.FOLDER) {
        throw new NotDirectoryException(settings.root().toString());
      }
      return stat.identity();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Everything there is. */
  Pass first(Optional<Cursor> after) throws SourceException, InterruptedException {
    Scan scan = whole(after);
    return Pass.first(scan.files().values(), scan.root());
  }

  /** What differs from what is known. */
  Pass sweep(Memory memory, Optional<Cursor> after) throws SourceException, InterruptedException {
    Scan scan = whole(after);
    Round round = new Round(memory);
    round.compare(memory.documents(), scan.files());
    return round.pass(scan.root());
  }

  /** What differs at these paths; empty if only a look at everything can find out. */
  Optional<Pass> at(Set<Path> paths, Memory memory) throws SourceException, InterruptedException {
    Round round = new Round(memory);
    try {
      for (Path path : paths) {
        if (path.equals(settings.root()) || !at(path, round)) {
          return Optional.empty();
        }
      }
    } catch (IOException e) {
      throw failed(e);
    }
    return Optional.of(round.pass(root()));
  }

  private boolean at(Path path, Round round) throws IOException, InterruptedException {
    String key = Names.key(settings.root(), path);
    SortedMap<String, Known> known = round.memory().beneath(key);
    Kind kind = kind(path);
    if (kind == Kind.LINK || (links && kind != Kind.FILE) || ledOut(key)) {
      return false;
    }
    SortedMap<String, Found> found = new TreeMap<>();
    if (kind == Kind.FILE && filter.takes(key)) {
      copies.note(key, path);
      if (StaleCopies.judge(key, path).isEmpty()) {
        found.put(key, Found.file(key, path, FileStat.ofEntry(path)));
        found.values().forEach(round::look);
      }
    } else if (kind == Kind.FOLDER && filter.descends(key)) {
      Scan scan = FolderWalk.scan(filter, reach, tally(), copies, path, key);
      if (scan.links() || !scan.leadOut().isEmpty()) {
        return false;
      }
      found.putAll(scan.files());
    }
    round.compare(known, found);
    for (Path copy : List.copyOf(copies.of(key).values())) {
      if (!at(copy, round)) {
        return false;
      }
    }
    return true;
  }

  private PassedOverTally tally() {
    return new PassedOverTally(settings.id(), settings.scope());
  }

  /** Whether a link was passed over at this key or beneath it; that may have changed now. */
  private boolean ledOut(String key) {
    return leadOut.contains(key) || !leadOut.subSet(key + "/", key + "0").isEmpty();
  }

  /** What stands under exactly this name; on drives that take any case, another case is another. */
  private static Kind kind(Path path) throws IOException {
    try {
      Path real = path.toRealPath(LinkOption.NOFOLLOW_LINKS);
      return real.getFileName().equals(path.getFileName())
          ? FileStat.ofEntry(path).kind()
          : Kind.OTHER;
    } catch (NoSuchFileException | NotDirectoryException e) {
      return Kind.OTHER;
    }
  }

  private Scan whole(Optional<Cursor> after) throws SourceException, InterruptedException {
    try {
      PassedOverTally tally = tally();
      copies = new StaleCopies();
      Scan scan = FolderWalk.scan(filter, reach, tally, copies, settings.root(), "");
      links = scan.links();
      leadOut = scan.leadOut();
      passedOver = tally.groups();
      if (scan.entries() == 0
          && after.filter(c -> Memory.heldElsewhere(c, scan.root())).isPresent()) {
        throw new SourceException.Broken(
            "The folder %s is empty and not the one that held documents before: mount its drive, or put any file into it if it is meant to be empty."
                .formatted(settings.root()),
            null);
      }
      return scan;
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private SourceException failed(IOException e) {
    return switch (e) {
      case AccessDeniedException denied ->
          new SourceException.Denied(
              "The folder %s may not be read: let the user that Gill runs as read it."
                  .formatted(settings.root()),
              denied);
      case NoSuchFileException gone ->
          broken("is not there: check the path, or mount its drive", gone);
      case NotDirectoryException file -> broken("is not a folder: check the path", file);
      case IOException full when Troubles.isOutOfFiles(full) -> broken(Troubles.OUT_OF_FILES, full);
      default -> broken("cannot be read (%s): check its drive".formatted(Troubles.reason(e)), e);
    };
  }

  private SourceException broken(String what, IOException e) {
    return new SourceException.Broken("The folder %s %s.".formatted(settings.root(), what), e);
  }
}

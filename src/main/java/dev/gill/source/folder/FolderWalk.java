package dev.gill.source.folder;

import dev.gill.model.PassedOver.Reason;
import dev.gill.source.PassedOverTally;
import dev.gill.source.PathFilter;
import dev.gill.source.Verdict;
import dev.gill.source.folder.FileStat.Kind;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One walk through a folder. LinkPolicy are followed, to folders last and in order of name, and no
 * real folder is entered twice; so loops end, and what lies in the tree keeps its own place. Those
 * that lead beyond the reach are passed over, and what else the filter says so of.
 */
final class FolderWalk {
  /** Linux takes no longer path; others take less. */
  private static final int LONGEST_PATH = 4000;

  private final PathFilter filter;
  private final Reach reach;
  private final PassedOverTally tally;
  private final StaleCopies copies;
  private final HeldFiles held = new HeldFiles();
  private final SortedSet<String> leadOut = new TreeSet<>();
  private final SortedMap<String, Found> files = new TreeMap<>();
  private final SortedMap<String, Path> links = new TreeMap<>();
  private final Set<Object> entered = new HashSet<>();
  private long entries;

  private FolderWalk(PathFilter filter, Reach reach, PassedOverTally tally, StaleCopies copies) {
    this.filter = filter;
    this.reach = reach;
    this.tally = tally;
    this.copies = copies;
  }

  /**
   * Walks all that lies in a folder.
   *
   * @param tally gets what is passed over
   * @param copies gets the copies that are met
   * @param key the folder's key; empty for the root
   * @throws IOException if the folder, or one in it for no reason of its own, cannot be listed
   */
  static Scan scan(
      PathFilter filter,
      Reach reach,
      PassedOverTally tally,
      StaleCopies copies,
      Path folder,
      String key)
      throws IOException, InterruptedException {
    FolderWalk walk = new FolderWalk(filter, reach, tally, copies);
    Object identity = FileStat.of(folder).identity();
    walk.entered.add(identity);
    walk.visit(key, list(folder));
    boolean links = !walk.links.isEmpty();
    while (!walk.links.isEmpty()) {
      String link = walk.links.firstKey();
      walk.enter(link, walk.links.remove(link));
    }
    return new Scan(walk.files, walk.leadOut, links, walk.entries, identity);
  }

  private void visit(String key, List<Path> children) throws IOException, InterruptedException {
    for (Path child : children) {
      if (Thread.interrupted()) {
        throw new InterruptedException("asked to stop while walking a folder");
      }
      entries++;
      String name = Names.of(child);
      meet(key.isEmpty() ? name : key + "/" + name, child);
    }
  }

  private void meet(String key, Path path) throws IOException, InterruptedException {
    try {
      FileStat entry = FileStat.ofEntry(path);
      boolean link = entry.kind() == Kind.LINK;
      FileStat stat = link ? FileStat.of(path) : entry;
      boolean folder = stat.kind() == Kind.FOLDER;
      if (!folder && stat.kind() != Kind.FILE) {
        tally.add(Reason.SYSTEM, key);
        return;
      }
      switch (folder ? filter.folder(key) : filter.file(key)) {
        case Verdict.Ignored(Reason reason) -> tally.add(reason, key);
        case Verdict.PassedOver passed when folder && !link ->
            tally.addFolder(passed.reason(), key, held(passed, path));
        case Verdict.PassedOver passed -> tally.add(passed, key);
        case Verdict.Taken _ -> take(key, path, stat, link);
      }
    } catch (NoSuchFileException e) {
      if (Files.isSymbolicLink(path)) {
        trouble(key, path, "is a link to something that is not there: mend or remove the link");
      }
    } catch (IOException e) {
      if (!Files.isSymbolicLink(path) && !Troubles.ofOneFile(e, path)) {
        throw e;
      }
      trouble(key, path, Troubles.sentence(e));
    }
  }

  private void take(String key, Path path, FileStat stat, boolean link)
      throws IOException, InterruptedException {
    boolean folder = stat.kind() == Kind.FOLDER;
    if (link && !reach.holds(path)) {
      leadOut.add(key);
      tally.add(Reason.LEADS_OUT, key);
    } else if (folder && link) {
      links.put(key, path);
    } else if (folder) {
      enter(key, path);
    } else {
      copies.note(key, path);
      StaleCopies.judge(key, path)
          .ifPresentOrElse(
              copy -> tally.add(copy, key), () -> files.put(key, Found.file(key, path, stat)));
    }
  }

  /** The bins are counted; what systems keep for themselves lies in every folder of some drives. */
  private OptionalInt held(Verdict.PassedOver passed, Path folder) {
    return passed.reason() == Reason.SYSTEM ? OptionalInt.empty() : held.in(folder);
  }

  private void enter(String key, Path folder) throws IOException, InterruptedException {
    List<Path> children;
    try {
      if (!entered.add(FileStat.of(folder).identity())) {
        return;
      }
      children = list(folder);
    } catch (NoSuchFileException | NotDirectoryException e) {
      return;
    } catch (IOException e) {
      if (!Troubles.ofOneFile(e, folder)) {
        throw e;
      }
      String inside = key + "/";
      files.put(inside, Found.trouble(inside, folder, "is a folder that " + Troubles.sentence(e)));
      return;
    }
    visit(key, children);
  }

  private void trouble(String key, Path path, String why) {
    switch (filter.file(key)) {
      case Verdict.Taken _ -> files.put(key, Found.trouble(key, path, why));
      case Verdict.PassedOver passed -> tally.add(passed, key);
      case Verdict.Ignored(Reason reason) -> tally.add(reason, key);
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    if (folder.toString().length() > LONGEST_PATH) {
      throw new AccessDeniedException(folder.toString(), null, "path too long");
    }
    List<Path> children = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(children::add);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    children.sort(null);
    return children;
  }
}

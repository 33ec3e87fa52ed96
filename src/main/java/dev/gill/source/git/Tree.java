package dev.gill.source.git;

import dev.gill.model.PassedOver;
import dev.gill.model.PassedOver.Reason;
import dev.gill.source.PassedOverTally;
import dev.gill.source.PathFilter;
import dev.gill.source.StaleCopy;
import dev.gill.source.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.treewalk.TreeWalk;

/** Which paths of a repository are documents. */
final class Tree {
  private static final String SUBMODULE =
      "It is a submodule, whose files lie in another repository; follow that one as a source of its own.";

  /**
   * What is found on one walk.
   *
   * @param documents with their blobs, in order of path
   * @param passedOver what is left unread, counted
   */
  record Listing(NavigableMap<String, ObjectId> documents, List<PassedOver> passedOver) {}

  private final String subfolder;
  private final PathFilter filter;
  private final Supplier<PassedOverTally> tallies;

  /**
   * @param subfolder the folder that all documents lie in; empty for the whole repository
   * @param tallies makes one for each walk
   */
  Tree(String subfolder, PathFilter filter, Supplier<PassedOverTally> tallies) {
    this.subfolder = subfolder;
    this.filter = filter;
    this.tallies = tallies;
  }

  /** The folder that all documents lie in; empty for the whole repository. */
  String subfolder() {
    return subfolder;
  }

  /** Whether a regular file at this path may be a document. */
  boolean takes(String path) {
    return below(path).filter(filter::takes).isPresent();
  }

  /** What a commit holds. */
  Listing list(ObjectReader reader, RevCommit commit) throws IOException {
    NavigableMap<String, ObjectId> documents = new TreeMap<>();
    PassedOverTally tally = tallies.get();
    try (TreeWalk walk = new TreeWalk(reader)) {
      walk.addTree(commit.getTree());
      if (!subfolder.isEmpty()) {
        walk.setFilter(org.eclipse.jgit.treewalk.filter.PathFilter.create(subfolder));
      }
      while (walk.next()) {
        String path = walk.getPathString();
        if (walk.isSubtree() && below(path).isEmpty()) {
          walk.enterSubtree();
        } else if (below(path).isPresent()) {
          meet(walk, path, documents, tally);
        }
      }
    }
    dropCopies(reader, commit, documents, tally);
    return new Listing(documents, tally.groups());
  }

  private void meet(
      TreeWalk walk, String path, NavigableMap<String, ObjectId> documents, PassedOverTally tally)
      throws IOException {
    FileMode mode = walk.getFileMode(0);
    boolean regular = mode.equals(FileMode.REGULAR_FILE) || mode.equals(FileMode.EXECUTABLE_FILE);
    String below = below(path).orElseThrow();
    switch (regular ? filter.file(below) : filter.folder(below)) {
      case Verdict.Ignored _ -> {}
      case Verdict.PassedOver passed when walk.isSubtree() ->
          tally.addFolder(passed.reason(), path, OptionalInt.of(files(walk)));
      case Verdict.PassedOver passed -> tally.add(passed, path);
      case Verdict.Taken _ when regular -> documents.put(path, walk.getObjectId(0));
      case Verdict.Taken _ when walk.isSubtree() -> walk.enterSubtree();
      case Verdict.Taken _ when mode.equals(FileMode.SYMLINK) -> tally.add(Reason.LINK, path);
      case Verdict.Taken _ -> tally.add(Reason.LINK, path, SUBMODULE);
    }
  }

  private static int files(TreeWalk at) throws IOException {
    int files = 0;
    try (TreeWalk walk = new TreeWalk(at.getObjectReader())) {
      walk.addTree(at.getObjectId(0));
      walk.setRecursive(true);
      while (files <= PassedOverTally.COUNTED && walk.next()) {
        files++;
      }
    }
    return files;
  }

  /** Takes out the copies whose originals the same commit holds beside them. */
  private static void dropCopies(
      ObjectReader reader,
      RevCommit commit,
      NavigableMap<String, ObjectId> documents,
      PassedOverTally tally)
      throws IOException {
    for (String path : List.copyOf(documents.keySet())) {
      Optional<Verdict.PassedOver> copy = copy(reader, commit, path);
      if (copy.isPresent()) {
        tally.add(copy.get(), path);
        documents.remove(path);
      }
    }
  }

  private static Optional<Verdict.PassedOver> copy(
      ObjectReader reader, RevCommit commit, String path) throws IOException {
    Optional<StaleCopy> copy = StaleCopy.of(path);
    for (String original : copy.map(StaleCopy::originals).orElse(List.of())) {
      try (TreeWalk walk = TreeWalk.forPath(reader, original, commit.getTree())) {
        if (walk != null && !walk.isSubtree()) {
          return copy.map(found -> found.judge(original));
        }
      }
    }
    return Optional.empty();
  }

  /** The path within the folder that all documents lie in; empty for what lies elsewhere. */
  private Optional<String> below(String path) {
    if (subfolder.isEmpty()) {
      return Optional.of(path);
    }
    return path.startsWith(subfolder + "/")
        ? Optional.of(path.substring(subfolder.length() + 1))
        : Optional.empty();
  }

  /** Whether the folder that all documents lie in is there. */
  boolean present(ObjectReader reader, RevCommit commit) throws IOException {
    if (subfolder.isEmpty()) {
      return true;
    }
    try (TreeWalk walk = TreeWalk.forPath(reader, subfolder, commit.getTree())) {
      return walk != null && walk.getFileMode(0).equals(FileMode.TREE);
    }
  }
}

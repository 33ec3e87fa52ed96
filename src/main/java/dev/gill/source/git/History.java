package dev.gill.source.git;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * Which commit last touched a path, the same from wherever one starts: the newest commit on the
 * chain of first parents whose tree differs from its first parent's at that path. Where that is a
 * merge, the newest commit that it brought in and that touched the path, if there is one.
 */
final class History {
  private final ObjectReader reader;
  private final Differences differences;

  History(ObjectReader reader, String subfolder) {
    this.reader = reader;
    this.differences = new Differences(reader, subfolder);
  }

  /** Whether a commit is on the chain of first parents of another. */
  boolean onChain(ObjectId base, ObjectId tip) throws IOException, InterruptedException {
    try (RevWalk walk = walk()) {
      RevCommit commit = walk.parseCommit(tip);
      while (commit != null && !commit.equals(base)) {
        commit = first(walk, commit);
      }
      return commit != null;
    }
  }

  /**
   * The paths that differ anywhere on the chain after {@code base} up to {@code tip}, also those
   * that were changed back.
   */
  Set<String> touched(ObjectId base, ObjectId tip) throws IOException, InterruptedException {
    Set<String> touched = new HashSet<>();
    try (RevWalk walk = walk()) {
      RevCommit commit = walk.parseCommit(tip);
      while (!commit.equals(base)) {
        RevCommit parent = first(walk, commit);
        touched.addAll(differences.between(commit, parent));
        commit = parent;
      }
    }
    return touched;
  }

  /** The commit that last touched each of these paths, all of which are there at {@code tip}. */
  Map<String, ObjectId> lastTouched(ObjectId tip, Set<String> paths)
      throws IOException, InterruptedException {
    Map<String, ObjectId> found = new HashMap<>();
    Set<String> open = new HashSet<>(paths);
    try (RevWalk walk = walk()) {
      RevCommit commit = walk.parseCommit(tip);
      while (commit != null && !open.isEmpty()) {
        RevCommit parent = first(walk, commit);
        Set<String> here = differences.between(commit, parent);
        here.retainAll(open);
        open.removeAll(here);
        if (commit.getParentCount() > 1 && !here.isEmpty()) {
          found.putAll(within(commit, here));
        } else {
          settle(found, here, commit);
        }
        commit = parent;
      }
    }
    return found;
  }

  private Map<String, ObjectId> within(RevCommit merge, Set<String> paths)
      throws IOException, InterruptedException {
    Map<String, ObjectId> found = new HashMap<>();
    Set<String> open = new HashSet<>(paths);
    try (RevWalk side = walk()) {
      side.sort(RevSort.TOPO);
      side.sort(RevSort.COMMIT_TIME_DESC, true);
      side.markUninteresting(side.parseCommit(merge.getParent(0)));
      for (int i = 1; i < merge.getParentCount(); i++) {
        side.markStart(side.parseCommit(merge.getParent(i)));
      }
      Optional<RevCommit> commit = Optional.ofNullable(side.next());
      while (commit.isPresent() && !open.isEmpty()) {
        goOn();
        Set<String> here = differences.from(commit.get(), side);
        here.retainAll(open);
        open.removeAll(here);
        settle(found, here, commit.get());
        commit = Optional.ofNullable(side.next());
      }
    }
    settle(found, open, merge);
    return found;
  }

  private static void settle(Map<String, ObjectId> found, Set<String> paths, RevCommit commit) {
    ObjectId id = commit.copy();
    paths.forEach(path -> found.put(path, id));
  }

  private RevWalk walk() {
    RevWalk walk = new RevWalk(reader);
    walk.setRetainBody(false);
    return walk;
  }

  /** The first parent; null where the chain, or a shallow copy of it, begins. */
  private static RevCommit first(RevWalk walk, RevCommit commit)
      throws IOException, InterruptedException {
    goOn();
    return commit.getParentCount() == 0 ? null : walk.parseCommit(commit.getParent(0));
  }

  private static void goOn() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("asked to stop while walking history");
    }
  }
}

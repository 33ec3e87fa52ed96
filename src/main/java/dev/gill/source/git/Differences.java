package dev.gill.source.git;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** Which paths differ between commits; whole equal folders are passed over. */
final class Differences {
  private final ObjectReader reader;
  private final TreeFilter filter;

  Differences(ObjectReader reader, String subfolder) {
    this.reader = reader;
    this.filter =
        subfolder.isEmpty()
            ? TreeFilter.ANY_DIFF
            : AndTreeFilter.create(PathFilter.create(subfolder), TreeFilter.ANY_DIFF);
  }

  /** The paths at which two commits differ; all paths if {@code parent} is null. */
  Set<String> between(RevCommit commit, RevCommit parent) throws IOException {
    try (TreeWalk walk = begin(commit)) {
      if (parent == null) {
        walk.addTree(new EmptyTreeIterator());
      } else {
        walk.addTree(parent.getTree());
      }
      return collect(walk);
    }
  }

  /** The paths at which a commit differs from each of its parents. */
  Set<String> from(RevCommit commit, RevWalk commits) throws IOException {
    try (TreeWalk walk = begin(commit)) {
      for (RevCommit parent : commit.getParents()) {
        commits.parseHeaders(parent);
        walk.addTree(parent.getTree());
      }
      if (commit.getParentCount() == 0) {
        walk.addTree(new EmptyTreeIterator());
      }
      return collect(walk);
    }
  }

  private TreeWalk begin(RevCommit commit) throws IOException {
    TreeWalk walk = new TreeWalk(reader);
    walk.setRecursive(true);
    walk.setFilter(filter);
    walk.addTree(commit.getTree());
    return walk;
  }

  private static Set<String> collect(TreeWalk walk) throws IOException {
    Set<String> paths = new HashSet<>();
    while (walk.next()) {
      if (differsFromAll(walk)) {
        paths.add(walk.getPathString());
      }
    }
    return paths;
  }

  private static boolean differsFromAll(TreeWalk walk) {
    for (int other = 1; other < walk.getTreeCount(); other++) {
      if (walk.getRawMode(0) == walk.getRawMode(other) && walk.idEqual(0, other)) {
        return false;
      }
    }
    return true;
  }
}

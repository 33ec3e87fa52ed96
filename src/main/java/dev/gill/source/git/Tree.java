package dev.gill.source.git;

import dev.gill.source.PathFilter;
import java.io.IOException;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.treewalk.TreeWalk;

/** Which paths of a repository are documents. */
final class Tree {
  /**
   * What is found on one walk.
   *
   * @param documents with their blobs, in order of path
   * @param links the paths of links, which are never followed
   */
  record Listing(NavigableMap<String, ObjectId> documents, SortedSet<String> links) {}

  private final String subfolder;
  private final PathFilter filter;

  Tree(String subfolder, PathFilter filter) {
    this.subfolder = subfolder;
    this.filter = filter;
  }

  /** The folder that all documents lie in; empty for the whole repository. */
  String subfolder() {
    return subfolder;
  }

  /** Whether a regular file at this path is a document. */
  boolean takes(String path) {
    if (subfolder.isEmpty()) {
      return filter.takes(path);
    }
    return path.startsWith(subfolder + "/") && filter.takes(path.substring(subfolder.length() + 1));
  }

  /** What a commit holds. */
  Listing list(ObjectReader reader, RevCommit commit) throws IOException {
    NavigableMap<String, ObjectId> documents = new TreeMap<>();
    SortedSet<String> links = new TreeSet<>();
    try (TreeWalk walk = new TreeWalk(reader)) {
      walk.addTree(commit.getTree());
      walk.setRecursive(true);
      if (!subfolder.isEmpty()) {
        walk.setFilter(org.eclipse.jgit.treewalk.filter.PathFilter.create(subfolder));
      }
      while (walk.next()) {
        String path = walk.getPathString();
        FileMode mode = walk.getFileMode(0);
        boolean regular =
            mode.equals(FileMode.REGULAR_FILE) || mode.equals(FileMode.EXECUTABLE_FILE);
        if (regular && takes(path)) {
          documents.put(path, walk.getObjectId(0));
        } else if (mode.equals(FileMode.SYMLINK) && mayHold(path)) {
          links.add(path);
        }
      }
    }
    return new Listing(documents, links);
  }

  /** Whether documents might lie behind a link at this path, be it to a file or to a folder. */
  private boolean mayHold(String path) {
    if (subfolder.isEmpty()) {
      return filter.descends(path);
    }
    return path.startsWith(subfolder + "/")
        && filter.descends(path.substring(subfolder.length() + 1));
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

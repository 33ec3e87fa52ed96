package dev.gill.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.ResetCommand;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/** A copy of a repository that can be taken from commit to commit. */
final class History implements AutoCloseable {
  /** The branch that is moved along. */
  static final String BRANCH = "replay";

  private final Git git;
  private final List<RevCommit> commits;

  private History(Git git, List<RevCommit> commits) {
    this.git = git;
    this.commits = commits;
  }

  /**
   * Clones a repository and finds the last {@code most} commits before its head, oldest first,
   * along first parents.
   */
  static History clone(String repository, Path into, int most) {
    try {
      Git git = Git.cloneRepository().setURI(repository).setDirectory(into.toFile()).call();
      List<RevCommit> commits = new ArrayList<>();
      try (RevWalk walk = new RevWalk(git.getRepository())) {
        RevCommit commit = walk.parseCommit(git.getRepository().resolve("HEAD"));
        while (commits.size() <= most) {
          commits.addFirst(commit);
          if (commit.getParentCount() == 0) {
            break;
          }
          commit = walk.parseCommit(commit.getParent(0));
        }
      }
      return new History(git, commits);
    } catch (GitAPIException e) {
      throw new IllegalArgumentException(
          "The repository %s cannot be cloned: %s".formatted(repository, e.getMessage()), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<RevCommit> commits() {
    return commits;
  }

  /** Moves the branch to a commit. */
  void point(RevCommit commit) {
    try {
      RefUpdate update = git.getRepository().updateRef("refs/heads/" + BRANCH);
      update.setNewObjectId(commit);
      update.setForceUpdate(true);
      update.update();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Brings the files of the work tree to a commit. */
  void checkOut(RevCommit commit) {
    try {
      git.reset().setMode(ResetCommand.ResetType.HARD).setRef(commit.name()).call();
    } catch (GitAPIException e) {
      throw new IllegalStateException("cannot check out " + commit.name(), e);
    }
  }

  /** The files of a commit that a source would read, with the ids of their contents. */
  Map<String, ObjectId> files(RevCommit commit, Predicate<String> readable) {
    Map<String, ObjectId> files = new HashMap<>();
    try (TreeWalk walk = new TreeWalk(git.getRepository())) {
      walk.addTree(commit.getTree());
      walk.setRecursive(true);
      while (walk.next()) {
        String path = walk.getPathString();
        boolean hidden = path.startsWith(".") || path.contains("/.");
        if (walk.getFileMode(0).getObjectType() == org.eclipse.jgit.lib.Constants.OBJ_BLOB
            && !hidden
            && readable.test(path)) {
          files.put(path, walk.getObjectId(0));
        }
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] read(ObjectId content) {
    try {
      return git.getRepository().open(content).getBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    git.close();
  }
}

package dev.gill.lab;

import dev.gill.model.SourceId;
import dev.gill.source.Address;
import dev.gill.source.PathFilter;
import dev.gill.source.StaleCopy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.eclipse.jgit.api.CloneCommand;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.ResetCommand;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;
import org.eclipse.jgit.treewalk.TreeWalk;

/** A copy of a repository that can be taken from commit to commit. */
final class ReplayedHistory implements AutoCloseable {
  /** The branch that is moved along. */
  static final String BRANCH = "replay";

  private static final Pattern ADDRESS = Pattern.compile("(?i)(https?|git)://.*");

  private final Git git;
  private final List<RevCommit> commits;

  private ReplayedHistory(Git git, List<RevCommit> commits) {
    this.git = git;
    this.commits = commits;
  }

  /**
   * Clones a repository and finds the last {@code most} commits before its head, oldest first,
   * along first parents.
   */
  static ReplayedHistory clone(String repository, Path into, int most) {
    try {
      Git git = cloneInto(into, repository);
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
      return new ReplayedHistory(git, commits);
    } catch (GitAPIException e) {
      throw new IllegalArgumentException(
          "The repository cannot be cloned (%s): check its address and whether you may read it."
              .formatted(e.getClass().getSimpleName()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With what the address holds of user and password apart from it: the clone notes it. */
  private static Git cloneInto(Path into, String repository) throws GitAPIException {
    CloneCommand clone = Git.cloneRepository().setDirectory(into.toFile());
    if (!ADDRESS.matcher(repository).matches()) {
      return clone.setURI(repository).call();
    }
    Address address = Address.parse(new SourceId("replay"), repository);
    address
        .user()
        .ifPresent(
            user ->
                clone.setCredentialsProvider(
                    new UsernamePasswordCredentialsProvider(user, address.secret().orElse(""))));
    return clone.setURI(address.location()).call();
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
    PathFilter filter = new PathFilter(List.of(), List.of(), readable);
    Map<String, ObjectId> files = new HashMap<>();
    Set<String> all = new HashSet<>();
    try (TreeWalk walk = new TreeWalk(git.getRepository())) {
      walk.addTree(commit.getTree());
      walk.setRecursive(true);
      while (walk.next()) {
        String path = walk.getPathString();
        all.add(path);
        if (walk.getFileMode(0).getObjectType() == org.eclipse.jgit.lib.Constants.OBJ_BLOB
            && filter.takes(path)) {
          files.put(path, walk.getObjectId(0));
        }
      }
      files.keySet().removeIf(path -> stale(path, all));
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean stale(String path, Set<String> all) {
    return StaleCopy.of(path).stream()
        .flatMap(copy -> copy.originals().stream())
        .anyMatch(all::contains);
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

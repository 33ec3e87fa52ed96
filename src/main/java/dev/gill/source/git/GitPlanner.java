package dev.gill.source.git;

import dev.gill.model.PassedOver;
import dev.gill.source.SourceException;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** Finds out what is to be reported between two commits. */
final class GitPlanner {
  private final GitSettings settings;
  private final Tree tree;

  GitPlanner(GitSettings settings, Tree tree) {
    this.settings = settings;
    this.tree = tree;
  }

  /**
   * A pass to {@code target}: over what was touched since {@code base} if that is on its chain of
   * first parents, else over everything.
   */
  GitPass plan(Repository repository, Optional<ObjectId> base, ObjectId target)
      throws IOException, SourceException, InterruptedException {
    try (ObjectReader reader = repository.newObjectReader();
        RevWalk walk = new RevWalk(reader)) {
      RevCommit tip = walk.parseCommit(target);
      if (!tree.present(reader, tip)) {
        throw GitProblems.noFolder(settings, tip.abbreviate(10).name());
      }
      History history = new History(reader, tree.subfolder());
      Tree.Listing now = tree.list(reader, tip);
      NavigableMap<String, ObjectId> all = now.documents();
      Optional<RevCommit> known = known(walk, base);
      if (known.isPresent() && history.onChain(known.get(), target)) {
        return since(reader, history, known.get(), tip, now);
      }
      return new GitPass(
          Optional.empty(),
          target,
          all,
          history.lastTouched(target, all.keySet()),
          new TreeMap<>(),
          all.keySet(),
          now.passedOver());
    }
  }

  private GitPass since(
      ObjectReader reader, History history, RevCommit base, RevCommit target, Tree.Listing now)
      throws IOException, InterruptedException {
    NavigableMap<String, ObjectId> all = now.documents();
    NavigableMap<String, ObjectId> before = tree.list(reader, base).documents();
    Set<String> touched = history.touched(base, target);
    touched.addAll(comeOrGone(before.keySet(), all.keySet()));
    NavigableMap<String, ObjectId> blobs = new TreeMap<>(all);
    blobs.keySet().retainAll(touched);
    SortedMap<String, Optional<ObjectId>> gone = new TreeMap<>();
    for (String path : touched) {
      if (!all.containsKey(path) && tree.takes(path)) {
        gone.put(path, Optional.ofNullable(before.get(path)));
      }
    }
    return new GitPass(
        Optional.of(base.copy()),
        target.copy(),
        blobs,
        history.lastTouched(target, blobs.keySet()),
        gone,
        all.keySet(),
        now.passedOver());
  }

  /** Also what nobody touched: a copy is a document only while its original is gone. */
  private static Set<String> comeOrGone(Set<String> before, Set<String> now) {
    Set<String> gone = new HashSet<>(before);
    gone.removeAll(now);
    Set<String> changed = new HashSet<>(now);
    changed.removeAll(before);
    changed.addAll(gone);
    return changed;
  }

  /** What is left unread at a commit. */
  List<PassedOver> passedOver(Repository repository, ObjectId commit) throws IOException {
    try (ObjectReader reader = repository.newObjectReader();
        RevWalk walk = new RevWalk(reader)) {
      return tree.list(reader, walk.parseCommit(commit)).passedOver();
    }
  }

  /** The commit of that id; empty if there is none, as after history was rewritten. */
  private static Optional<RevCommit> known(RevWalk walk, Optional<ObjectId> id) throws IOException {
    try {
      return id.isPresent() ? Optional.of(walk.parseCommit(id.get())) : Optional.empty();
    } catch (MissingObjectException | IncorrectObjectTypeException e) {
      return Optional.empty();
    }
  }
}

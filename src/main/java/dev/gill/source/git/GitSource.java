package dev.gill.source.git;

import dev.gill.model.Cursor;
import dev.gill.model.Location;
import dev.gill.model.PassedOver;
import dev.gill.model.Rights;
import dev.gill.model.SourceId;
import dev.gill.source.Batch;
import dev.gill.source.PassedOverTally;
import dev.gill.source.PathFilter;
import dev.gill.source.Redaction;
import dev.gill.source.Source;
import dev.gill.source.SourceException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;

/**
 * The documents on a branch of a Git repository. A document's key is its path in the repository,
 * its revision the full id of the commit that last touched it ({@link History} says which that is).
 *
 * <p>A repository on this machine is read in place and never written to; one elsewhere, or a bundle
 * file, is fetched into a bare copy. The cursor is the commit that was taken in, so that only what
 * was touched since is read; where that commit is not on the branch's chain of first parents any
 * more (history was rewritten), everything is reported, and what remains.
 */
public final class GitSource implements Source {
  private final GitSettings settings;
  private final GitPlanner planner;
  private final GitPages pages;
  private final String mark;
  private Optional<GitPass> pass = Optional.empty();

  /** What the commit holds that was looked at last; empty before the first look. */
  private volatile Optional<List<PassedOver>> passedOver = Optional.empty();

  /**
   * @param readable whether a file of this name has a format that can be read
   * @throws IllegalArgumentException if a pattern, the link template or the location is malformed
   */
  public GitSource(GitSettings settings, Predicate<String> readable) {
    QuietSystem.install();
    this.settings = settings;
    this.mark = mark(settings);
    this.planner =
        new GitPlanner(
            settings,
            new Tree(
                settings.subfolder(),
                new PathFilter(settings.include(), settings.exclude(), readable),
                () -> new PassedOverTally(settings.id(), settings.scope())));
    this.pages = new GitPages(settings, mark);
  }

  @Override
  public Location location() {
    return new Location(settings.where(), settings.branch().map(Redaction::name).orElse(""));
  }

  @Override
  public String describe(Cursor cursor) {
    return GitCursor.describe(cursor);
  }

  @Override
  public SourceId id() {
    return settings.id();
  }

  @Override
  public Rights rights() {
    return settings.rights();
  }

  @Override
  public Batch poll(Optional<Cursor> after) throws SourceException, InterruptedException {
    ReentrantLock turn = Turns.of(settings.workDir());
    turn.lockInterruptibly();
    try {
      return pollAlone(after);
    } finally {
      turn.unlock();
    }
  }

  private Batch pollAlone(Optional<Cursor> after) throws SourceException, InterruptedException {
    Upstream upstream = Upstream.of(settings);
    try (Repository repository = upstream.open()) {
      return poll(upstream, repository, after.flatMap(c -> GitCursor.parse(c, mark)));
    } catch (IOException | RuntimeException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException("asked to stop while reading a Git repository");
      }
      throw GitProblems.of(e, settings);
    }
  }

  @Override
  public List<PassedOver> passedOver() {
    return passedOver.orElse(List.of());
  }

  @Override
  public void close() {
    pass = Optional.empty();
  }

  private Batch poll(Upstream upstream, Repository repository, Optional<GitCursor> cursor)
      throws IOException, SourceException, InterruptedException {
    Optional<GitCursor> midway =
        cursor.filter(c -> c.last().isPresent()).filter(c -> held(repository, c.target()));
    if (midway.isPresent()) {
      GitPass current = resume(repository, midway.get());
      if (current.leads(midway.get())) {
        return page(repository, current, midway.get().last());
      }
    }
    Optional<ObjectId> base = cursor.filter(c -> c.last().isEmpty()).map(GitCursor::target);
    ObjectId tip = upstream.tip(repository);
    if (base.filter(tip::equals).isPresent()) {
      if (passedOver.isEmpty()) {
        passedOver = Optional.of(planner.passedOver(repository, tip));
      }
      return Batch.last(List.of(), GitCursor.inStep(tip).write(mark));
    }
    return page(repository, planner.plan(repository, base, tip), Optional.empty());
  }

  private Batch page(Repository repository, GitPass current, Optional<String> last)
      throws IOException {
    passedOver = Optional.of(current.passedOver());
    Batch batch = pages.next(repository, current, last);
    pass = Optional.of(current).filter(p -> batch.more());
    return batch;
  }

  private GitPass resume(Repository repository, GitCursor cursor)
      throws IOException, SourceException, InterruptedException {
    Optional<GitPass> kept = pass.filter(p -> p.leads(cursor));
    return kept.isPresent() ? kept.get() : planner.plan(repository, cursor.base(), cursor.target());
  }

  private static boolean held(Repository repository, ObjectId commit) {
    try {
      return repository.getObjectDatabase().has(commit);
    } catch (IOException e) {
      return false;
    }
  }

  /** Empty for default settings, so that the cursor is then the commit's id and nothing else. */
  private static String mark(GitSettings settings) {
    GitSettings plain = GitSettings.of(settings.id(), settings.location(), settings.workDir());
    return settings.choice().equals(plain.choice()) ? "" : "+" + Marks.of(settings.choice());
  }
}

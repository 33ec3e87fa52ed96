package dev.gill.index.lucene;

import dev.gill.index.Changeset;
import dev.gill.index.IndexEngine;
import dev.gill.index.IndexException;
import dev.gill.index.Snapshot;
import dev.gill.index.Soundness;
import dev.gill.model.Check;
import dev.gill.model.SourceId;
import dev.gill.model.Space;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.ThreadInterruptedException;

/**
 * The index in a folder, by Apache Lucene. One process at a time writes to it; every changeset is
 * one Lucene commit, and what it wrote is seen by the snapshots that are taken afterwards.
 */
public final class LuceneEngine implements IndexEngine {
  private static final String CLOSED = "the index in %s is closed; start Gill again";

  private final Directory directory;

  /** Those that the index was built with. */
  private final Set<Space> spaces;

  private final WrittenSpaces written;

  private final Object place;

  /** Fair, so that a source with much to write cannot keep another one waiting. */
  private final ReentrantLock writing = new ReentrantLock(true);

  private final Views views;
  private volatile Storage storage;
  private volatile Optional<String> trouble = Optional.empty();
  private volatile boolean damaged;
  private volatile boolean closed;
  private final Inspection inspection;

  private interface Writing {
    void to(Storage open) throws IOException;
  }

  private LuceneEngine(Directory directory, Set<Space> spaces, Set<Space> written, Object place)
      throws IOException {
    this.directory = directory;
    this.spaces = Set.copyOf(spaces);
    this.written = new WrittenSpaces(written);
    this.place = place;
    this.inspection = new Inspection(directory);
    storage = Storage.open(directory, this.spaces, place);
    try {
      views = new Views(storage, place);
    } catch (IOException | RuntimeException e) {
      storage.close();
      throw e;
    }
  }

  /**
   * Opens the index in a folder, which is made if it is not there.
   *
   * @param spaces those that chunks are embedded in
   * @throws IndexException if another process has it open, if it was built with other spaces or by
   *     a Gill with another layout, or if it is damaged
   */
  public static LuceneEngine open(Path folder, Set<Space> spaces) {
    try {
      Files.createDirectories(folder);
      return open(FSDirectory.open(folder), spaces, folder);
    } catch (IOException e) {
      throw Trouble.opening(folder, e);
    }
  }

  /**
   * Opens an index whatever spaces it was built with.
   *
   * @param written those that chunks are embedded in from now on
   * @throws IndexException as {@link #open} does, but for the spaces
   */
  static LuceneEngine openFormer(Path folder, Set<Space> written) {
    Set<Space> spaces = BuiltWith.in(folder).map(CommitData::spaces).orElse(written);
    try {
      Files.createDirectories(folder);
      return open(FSDirectory.open(folder), spaces, written, folder);
    } catch (IOException e) {
      throw Trouble.opening(folder, e);
    }
  }

  /** Takes the directory over. */
  static LuceneEngine open(Directory directory, Set<Space> spaces, Object place)
      throws IOException {
    return open(directory, spaces, spaces, place);
  }

  private static LuceneEngine open(
      Directory directory, Set<Space> spaces, Set<Space> written, Object place) throws IOException {
    WrittenSpaces.requireFit(written);
    try {
      return new LuceneEngine(directory, spaces, written, place);
    } catch (IOException | IllegalArgumentException e) {
      directory.close();
      throw Trouble.opening(place, e);
    } catch (IndexException e) {
      directory.close();
      throw e;
    }
  }

  @Override
  public Snapshot snapshot() {
    View view = views.acquire().orElseThrow(() -> new IndexException(CLOSED.formatted(place)));
    return new LuceneSnapshot(view, place);
  }

  @Override
  public void commit(Changeset changes) {
    written.require(changes, place);
    write(changes.source(), open -> open.commit(changes));
  }

  @Override
  public void drop(Set<SourceId> sources) {
    if (!sources.isEmpty()) {
      write(sources.iterator().next(), open -> open.drop(sources));
    }
  }

  /** {@code source} is whose changes these are, for the message. */
  private void write(SourceId source, Writing changes) {
    writing.lock();
    try {
      locked(source, changes);
    } finally {
      writing.unlock();
    }
  }

  private void locked(SourceId source, Writing changes) {
    if (closed) {
      throw new IndexException(CLOSED.formatted(place));
    }
    try {
      if (!storage.isOpen()) {
        damaged |= storage.tragedy().filter(Inspection::isDamage).isPresent();
        storage = Storage.openAgain(directory, spaces, place);
      }
      changes.to(storage);
      publish();
      trouble = Optional.empty();
    } catch (IOException | AlreadyClosedException e) {
      IndexException failure = failed(e);
      startOver(e);
      throw failure;
    } catch (ThreadInterruptedException e) {
      startOver(e);
      Thread.currentThread().interrupt();
      throw Trouble.refusing(source, e);
    } catch (RuntimeException e) {
      Optional<Throwable> tragedy = storage.tragedy(); // such as a disk too full for merging
      startOver(e);
      throw tragedy.map(this::failed).orElseGet(() -> Trouble.refusing(source, e));
    } catch (Error e) {
      startOver(e);
      throw e;
    }
  }

  private IndexException failed(Throwable cause) {
    IndexException failure = Trouble.writing(place, cause);
    trouble = Optional.of(failure.getMessage());
    return failure;
  }

  private void publish() throws IOException {
    inspection.note(views.publish(storage));
  }

  /** Drops what a failed changeset left behind, and opens again at the last commit if that goes. */
  private void startOver(Throwable cause) {
    damaged |= Inspection.isDamage(cause);
    try {
      storage.close();
      storage = Storage.openAgain(directory, spaces, place);
      publish();
    } catch (IOException | RuntimeException again) {
      cause.addSuppressed(again);
    }
  }

  @Override
  public Check check() {
    if (closed) {
      return new Check.Down(CLOSED.formatted(place));
    }
    if (trouble.isPresent()) {
      return new Check.Down(trouble.get());
    }
    return storage.isOpen() ? new Check.Ok() : new Check.Down(storage.broken(place));
  }

  @Override
  public Soundness inspect(boolean thoroughly) {
    Soundness files = files();
    if (files != Soundness.WHOLE || !thoroughly) {
      return files;
    }
    Optional<View> view = views.acquire();
    if (view.isEmpty()) {
      return Soundness.WHOLE;
    }
    try (Snapshot _ = new LuceneSnapshot(view.get(), place)) {
      damaged |= Inspection.ofContent(view.get().reader()) == Soundness.DAMAGED;
    }
    return damaged ? Soundness.DAMAGED : Soundness.WHOLE;
  }

  /** A commit under way is not waited for: whoever looks will look again. */
  private Soundness files() {
    if (!damaged && !closed && writing.tryLock()) {
      try {
        damaged |= storage.tragedy().filter(Inspection::isDamage).isPresent();
        if (!damaged && !closed) {
          Soundness files = inspection.ofFiles();
          damaged |= files == Soundness.DAMAGED;
          return files;
        }
      } finally {
        writing.unlock();
      }
    }
    return damaged ? Soundness.DAMAGED : Soundness.WHOLE;
  }

  @Override
  public void close() {
    writing.lock();
    try {
      if (closed) {
        return;
      }
      closed = true;
      Storage last = storage;
      try (directory;
          last) {
        views.close();
        last.keepMerges();
      } catch (IOException e) {
        throw Trouble.writing(place, e);
      }
    } finally {
      writing.unlock();
    }
  }
}

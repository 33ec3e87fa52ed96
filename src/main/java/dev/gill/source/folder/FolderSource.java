package dev.gill.source.folder;

import dev.gill.model.Cursor;
import dev.gill.model.SourceId;
import dev.gill.source.Batch;
import dev.gill.source.PathFilter;
import dev.gill.source.Source;
import dev.gill.source.SourceException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/**
 * A folder with all that lies in it. A document's key is its path below the folder, its revision a
 * digest of its content.
 *
 * <p>The first poll reads everything and ends with what remains; later ones look where file events
 * point, and at the whole folder when there are none or the last such sweep is long ago. What was
 * told is kept in memory only: whoever asks with another cursor than the last one given out did not
 * take the last page in, and gets everything again.
 *
 * <p>Links are followed, but no real folder is entered twice. A folder that is gone, or is suddenly
 * an empty other one (its drive is not mounted), is an error and deletes nothing.
 */
public final class FolderSource implements Source {
  private static final Executor DEBOUNCE =
      CompletableFuture.delayedExecutor(10, TimeUnit.MILLISECONDS);

  private final FolderSettings settings;
  private final InstantSource clock;
  private final Watch watch;
  private final Looks looks;
  private final Pages pages;
  private final AtomicBoolean waking = new AtomicBoolean();
  private volatile Runnable wake = () -> {};
  private Memory memory = new Memory();
  private Optional<Pass> pass = Optional.empty();
  private Optional<Cursor> told = Optional.empty();
  private Instant swept = Instant.MIN;

  /**
   * @param readable whether a file of this name has a format that can be read
   * @param clock tells when a sweep is due, and which files were written only just now
   * @throws IllegalArgumentException if a pattern or the link template is malformed
   */
  public FolderSource(FolderSettings settings, Predicate<String> readable, InstantSource clock) {
    PathFilter filter = new PathFilter(settings.include(), settings.exclude(), readable);
    this.settings = settings;
    this.clock = clock;
    this.watch = new Watch(settings.root(), filter, this::signal);
    this.looks = new Looks(settings, filter);
    this.pages = new Pages(settings, new FileReader(settings.maxBytes(), clock));
  }

  @Override
  public SourceId id() {
    return settings.id();
  }

  @Override
  public Batch poll(Optional<Cursor> after) throws SourceException, InterruptedException {
    if (told.isEmpty() || !told.equals(after)) {
      forget();
    }
    boolean done = false;
    try {
      Pass current = pass.isPresent() ? pass.get() : begin(after);
      Batch batch = pages.next(current, memory);
      pass = Optional.of(current).filter(p -> batch.more());
      told = Optional.of(batch.next());
      done = true;
      return batch;
    } finally {
      if (!done) {
        forget();
      }
    }
  }

  @Override
  public void onSignal(Runnable wake) {
    this.wake = wake;
  }

  @Override
  public void close() {
    wake = () -> {};
    watch.close();
  }

  private Pass begin(Optional<Cursor> after) throws SourceException, InterruptedException {
    watch.ensure(looks.root());
    Instant now = clock.instant();
    boolean due = told.isEmpty() || !now.isBefore(swept.plus(settings.sweepEvery()));
    var dirty = watch.drain().filter(paths -> !paths.isEmpty());
    if (!due && dirty.isPresent()) {
      Optional<Pass> aimed = looks.at(dirty.get(), memory);
      if (aimed.isPresent()) {
        return aimed.get();
      }
    }
    Pass sweep = told.isEmpty() ? looks.first(after) : looks.sweep(memory, after);
    swept = now;
    return sweep;
  }

  private void forget() {
    memory = new Memory();
    pass = Optional.empty();
    told = Optional.empty();
  }

  private void signal() {
    if (waking.compareAndSet(false, true)) {
      DEBOUNCE.execute(
          () -> {
            waking.set(false);
            wake.run();
          });
    }
  }
}

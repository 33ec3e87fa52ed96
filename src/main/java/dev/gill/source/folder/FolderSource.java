package dev.gill.source.folder;

import dev.gill.model.Cursor;
import dev.gill.model.Location;
import dev.gill.model.PassedOver;
import dev.gill.model.Rights;
import dev.gill.model.SourceId;
import dev.gill.source.Batch;
import dev.gill.source.Due;
import dev.gill.source.PathFilter;
import dev.gill.source.Redaction;
import dev.gill.source.Source;
import dev.gill.source.SourceException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
 * reported is kept in memory only: whoever asks with another cursor than the last one given out did
 * not take the last page in, and gets everything again.
 *
 * <p>LinkPolicy are followed as far as they stay within the folder, or wherever they lead if the
 * settings say so, but no real folder is entered twice. A folder that is gone, or is suddenly an
 * empty other one (its drive is not mounted), is an error and deletes nothing.
 */
public final class FolderSource implements Source {
  private static final Executor DEBOUNCE =
      CompletableFuture.delayedExecutor(10, TimeUnit.MILLISECONDS);

  private final FolderSettings settings;
  private final InstantSource clock;
  private final Watch watch;
  private final Looks looks;
  private final FolderPages pages;
  private final AtomicBoolean waking = new AtomicBoolean();
  private volatile Runnable wake = () -> {};
  private volatile boolean pressing;
  private Memory memory = new Memory();

  /** Passes under way, the last begun first: a look at fresh edits overtakes what it fell into. */
  private final Deque<Pass> passes = new ArrayDeque<>();

  private Optional<Cursor> given = Optional.empty();
  private Instant swept = Instant.MIN;

  /**
   * @param readable whether a file of this name has a format that can be read
   * @param clock says when a sweep is due, and which files were written only just now
   * @throws IllegalArgumentException if a pattern or the link template is malformed
   */
  public FolderSource(FolderSettings settings, Predicate<String> readable, InstantSource clock) {
    PathFilter filter = new PathFilter(settings.include(), settings.exclude(), readable);
    this.settings = settings;
    this.clock = clock;
    this.watch = new Watch(settings.root(), filter, this::signal);
    Reach reach = new Reach(settings.root(), settings.links());
    this.looks = new Looks(settings, filter, reach);
    this.pages = new FolderPages(settings, new FileReader(settings.maxBytes(), reach, clock));
  }

  @Override
  public Location location() {
    return new Location(Redaction.path(settings.root()), "");
  }

  @Override
  public String describe(Cursor cursor) {
    return Memory.describe(cursor);
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
    if (given.isEmpty() || !given.equals(after)) {
      forget();
    }
    pressing = false;
    boolean done = false;
    try {
      if (passes.isEmpty()) {
        passes.push(begin(after));
      } else {
        overtaking().ifPresent(passes::push);
      }
      Batch batch = pages.next(passes.element(), memory, passes.size() > 1);
      passes.removeIf(Pass::over);
      given = Optional.of(batch.next());
      done = true;
      return batch;
    } finally {
      if (!done) {
        forget();
      }
    }
  }

  @Override
  public List<PassedOver> passedOver() {
    return looks.passedOver();
  }

  @Override
  public boolean pressing() {
    return pressing && watch.pressing();
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

  /**
   * A look where events point goes before a sweep that is due, and has it follow at once; but
   * events without end do not put it off for long.
   */
  private Pass begin(Optional<Cursor> after) throws SourceException, InterruptedException {
    watch.ensure(looks.root());
    Instant now = clock.instant();
    boolean due = given.isEmpty() || Due.again(swept, settings.sweepEvery(), now);
    boolean overdue =
        given.isEmpty() || Due.again(swept, settings.sweepEvery().multipliedBy(2), now);
    var dirty = watch.drain().filter(paths -> !paths.isEmpty());
    if (!overdue && dirty.isPresent()) {
      Optional<Pass> aimed = looks.at(dirty.get(), memory);
      if (aimed.isPresent()) {
        if (due) {
          signal();
        }
        return aimed.get();
      }
    }
    Pass sweep = given.isEmpty() ? looks.first(after) : looks.sweep(memory, after);
    swept = now;
    return sweep;
  }

  /** A look where events point while another pass is under way. */
  private Optional<Pass> overtaking() throws SourceException, InterruptedException {
    Optional<Set<Path>> dirty = watch.drainPressing();
    if (dirty.isEmpty()) {
      return Optional.empty();
    }
    Optional<Pass> aimed = looks.at(dirty.get(), memory);
    if (aimed.isEmpty()) {
      watch.lose(); // only a look at everything can find out; it comes after this pass
    }
    aimed.ifPresent(pass -> passes.forEach(older -> older.overtakenBy(pass)));
    return aimed;
  }

  private void forget() {
    memory = new Memory();
    passes.clear();
    given = Optional.empty();
  }

  private void signal() {
    if (waking.compareAndSet(false, true)) {
      DEBOUNCE.execute(
          () -> {
            waking.set(false);
            pressing = true;
            wake.run();
          });
    }
  }
}

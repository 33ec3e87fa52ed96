package dev.gill.app.house;

import dev.gill.embed.Embedders;
import dev.gill.index.Engines;
import dev.gill.index.IndexDamagedException;
import dev.gill.index.IndexEngine;
import dev.gill.index.IndexLayoutException;
import dev.gill.model.SourceId;
import dev.gill.model.Space;
import dev.gill.sync.Rebuilding;
import dev.gill.sync.SourceStatus;
import dev.gill.sync.Succession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Fills a new index beside the one in use, which goes on answering and breathing, and puts it in
 * use once it is in step. A process that is killed meanwhile goes on at its next start: the new
 * index keeps what it has, and it is in use or not by one atomic step.
 */
final class Renewal implements Runnable, AutoCloseable {
  private static final Logger LOG = System.getLogger(Renewal.class.getName());

  /** How often it looks whether the new index is in step. */
  private static final Duration LOOK = Duration.ofMillis(100);

  /** How long it leaves alone what failed, or a disk that is full. */
  private static final Duration PAUSE = Duration.ofSeconds(30);

  /** How long a text of the new index stands back for questions, so that it still comes on. */
  private static final Duration PATIENCE = Duration.ofMillis(50);

  private final IndexFolders folders;
  private final Engines engines;
  private final Joining joining;
  private final Serving serving;
  private final Standing former;
  private final Embedders formerModels;
  private final Embedders models;
  private final Room room;
  private final Instant since;
  private final String why;
  private volatile Optional<Standing> next = Optional.empty();
  private volatile Optional<String> waiting = Optional.empty();
  private volatile boolean done;
  private boolean stopped;
  private Optional<Thread> thread = Optional.empty();

  /**
   * @param former what is in use
   * @param formerModels what that is kept up with
   * @param models what the new index is built with
   * @param why it is needed, in one sentence
   */
  Renewal(
      IndexFolders folders,
      Engines engines,
      Joining joining,
      Serving serving,
      Standing former,
      Embedders formerModels,
      Embedders models,
      Room room,
      String why) {
    this.folders = folders;
    this.engines = engines;
    this.joining = joining;
    this.serving = serving;
    this.former = former;
    this.formerModels = formerModels;
    this.models = models;
    this.room = room;
    this.since = joining.clock().instant();
    this.why = why;
  }

  /** Begins, on a thread of its own. */
  synchronized void start() {
    thread = Optional.of(Thread.ofPlatform().daemon().name("renewal").start(this));
  }

  @Override
  public void run() {
    try {
      while (!done && !stoppedWithin(advance())) {
        LOG.log(Level.TRACE, "The new index is not in step yet.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean stoppedWithin(Duration pause) throws InterruptedException {
    long end = System.nanoTime() + pause.toNanos();
    long left = pause.toNanos();
    while (!stopped && !done && left > 0) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
      left = end - System.nanoTime();
    }
    return stopped;
  }

  /** Goes on as far as it can now. Returns how long to leave it alone then. */
  private Duration advance() {
    try {
      if (next.isEmpty()) {
        waiting = room.lacking(former.folder(), folders.next());
        if (waiting.isPresent()) {
          LOG.log(Level.WARNING, "A new index cannot be built. {0}", waiting.get());
          return PAUSE;
        }
        begin();
      }
      if (succession(next.get()).isDue()) {
        swap(next.get());
      }
      waiting = Optional.empty();
      return LOOK;
    } catch (IOException | RuntimeException e) {
      waiting = Optional.of("It failed and is tried again: " + e.getMessage());
      LOG.log(Level.WARNING, "The new index does not come on. It is tried again.", e);
      return PAUSE;
    }
  }

  private void begin() throws IOException {
    Path folder = folders.next();
    Standing begun =
        joining.join(
            folder,
            open(folder),
            models,
            models.standingBack(() -> done || serving.awaitQuiet(PATIENCE)),
            spaces(models),
            List.of());
    Set<Space> shared = new HashSet<>(spaces(models));
    shared.retainAll(spaces(formerModels));
    begun.intake().takeOver(former.engine(), shared);
    begun.breathing().start();
    next = Optional.of(begun);
    LOG.log(Level.INFO, "{0} A new index is built in {1}.", why, folder);
  }

  /** What was filled before goes on; what cannot be gone on with goes. */
  private IndexEngine open(Path folder) throws IOException {
    Set<Space> wanted = spaces(models);
    try {
      if (engines.spaces(folder).filter(wanted::equals).isPresent()) {
        return engines.open(folder, wanted);
      }
    } catch (IndexDamagedException | IndexLayoutException e) {
      LOG.log(Level.INFO, "A half-built index is begun again: {0}", e.getMessage());
    }
    IndexFolders.delete(folder);
    return engines.open(folder, wanted);
  }

  private static Set<Space> spaces(Embedders embedders) {
    return Set.copyOf(new HashSet<>(embedders.spaces().values()));
  }

  private Succession succession(Standing begun) {
    return new Succession(former.breathing(), former.engine(), begun.breathing(), begun.engine());
  }

  /** From the moment that the file names the new folder, a start finds it in use. */
  private void swap(Standing begun) throws IOException {
    folders.use(begun.folder());
    begun.breathing().succeed(former.breathing());
    serving.replace(begun);
    done = true;
    LOG.log(Level.INFO, "The new index in {0} is in use.", begun.folder());
    former.close();
    try {
      IndexFolders.delete(former.folder());
    } catch (IOException | UncheckedIOException e) {
      LOG.log(
          Level.WARNING,
          () -> "%s is deleted at the next start: %s".formatted(former.folder(), e.getMessage()));
    }
  }

  /** How far it is; empty once the new index is in use. */
  Optional<Rebuilding> status() {
    if (done || !former.hold()) {
      return Optional.empty();
    }
    try {
      Optional<Standing> begun = next;
      Succession.Progress progress =
          begun.map(each -> succession(each).progress()).orElseGet(this::nothingYet);
      return Optional.of(
          new Rebuilding(
              progress.documents(),
              progress.ofAbout(),
              since,
              why,
              waiting.or(() -> begun.flatMap(this::unreadable))));
    } finally {
      former.release();
    }
  }

  private Succession.Progress nothingYet() {
    return new Succession.Progress(
        0, former.breathing().sources().stream().mapToLong(SourceStatus::documents).sum());
  }

  /** Nothing but sources that cannot be read is missing. */
  private Optional<String> unreadable(Standing begun) {
    Set<SourceId> awaited = succession(begun).awaited();
    Set<SourceId> down =
        begun.breathing().sources().stream()
            .filter(status -> status.trouble().isPresent())
            .map(SourceStatus::source)
            .collect(Collectors.toSet());
    return awaited.isEmpty() || !down.containsAll(awaited)
        ? Optional.empty()
        : Optional.of(
            "It takes over when it has read %s, which cannot be read at present."
                .formatted(awaited.stream().map(SourceId::name).collect(Collectors.joining(", "))));
  }

  /** Has a source of the new index looked at, too. */
  void lookNow(SourceId source) {
    next.ifPresent(begun -> begun.breathing().lookNow(source));
  }

  /** Stops; a new index that is not in use yet is gone on with at the next start. */
  @Override
  public void close() {
    Optional<Thread> running;
    synchronized (this) {
      stopped = true;
      notifyAll();
      running = thread;
    }
    running.ifPresent(Renewal::await);
    if (!done) {
      next.ifPresent(Standing::close);
    }
  }

  /** Without an interrupt, which could break an index that is being opened. */
  private static void await(Thread running) {
    boolean interrupted = false;
    while (running.isAlive()) {
      try {
        running.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}

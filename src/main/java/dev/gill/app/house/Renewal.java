package dev.gill.app.house;

import dev.gill.embed.Embedders;
import dev.gill.model.SourceId;
import dev.gill.sync.Rebuilding;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

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
  private static final Duration PATIENCE = Duration.ofMillis(20);

  private final NextIndex coming;
  private final Serving serving;
  private final LiveIndex former;
  private final Embedders formerModels;
  private final Outlook outlook;
  private volatile Optional<LiveIndex> next = Optional.empty();
  private volatile Optional<String> waiting = Optional.empty();
  private volatile boolean done;
  private boolean stopped;
  private Optional<Thread> thread = Optional.empty();

  /**
   * @param coming what is built
   * @param former what is in use
   * @param formerModels what that is kept up with
   * @param outlook why another one is needed, and how far it is
   */
  Renewal(
      NextIndex coming,
      Serving serving,
      LiveIndex former,
      Embedders formerModels,
      Outlook outlook) {
    this.coming = coming;
    this.serving = serving;
    this.former = former;
    this.formerModels = formerModels;
    this.outlook = outlook;
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
        waiting = coming.lacking(former);
        if (waiting.isPresent()) {
          LOG.log(Level.WARNING, "A new index cannot be built. {0}", waiting.get());
          return PAUSE;
        }
        begin();
      }
      if (outlook.isDue(next.get())) {
        swap(next.get());
      }
      waiting = Optional.empty();
      return LOOK;
    } catch (IOException | RuntimeException | InternalError e) {
      waiting = Optional.of("It failed and is tried again: " + e.getMessage());
      LOG.log(Level.WARNING, "The new index does not come on. It is tried again.", e);
      return PAUSE;
    }
  }

  private void begin() throws IOException {
    LiveIndex begun = coming.join(former, formerModels, () -> done || serving.awaitQuiet(PATIENCE));
    boolean started = false;
    try {
      begun.breathing().start();
      started = true;
    } finally {
      if (!started) {
        begun.close();
      }
    }
    next = Optional.of(begun);
    LOG.log(Level.INFO, "{0} A new index is built in {1}.", outlook.why(), begun.folder());
  }

  /** From the moment that the file names the new folder, a start finds it in use. */
  private void swap(LiveIndex begun) throws IOException {
    coming.use(begun);
    begun.breathing().succeed(former.breathing());
    serving.replace(begun);
    done = true;
    LOG.log(Level.INFO, "The new index in {0} is in use.", begun.folder());
    try {
      former.close();
      IndexFolders.delete(former.folder());
    } catch (IOException | RuntimeException e) {
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
      return Optional.of(outlook.of(next, waiting));
    } finally {
      former.release();
    }
  }

  /** Whether the new index is in use. */
  boolean isDone() {
    return done;
  }

  /** Has a source of the new index looked at, too. */
  void lookNow(SourceId source) {
    next.ifPresent(begun -> begun.breathing().lookNow(source));
  }

  /** Hands a source of the new index what a hook carried, too. */
  void hook(SourceId source, byte[] body) {
    next.ifPresent(begun -> begun.breathing().hook(source, body));
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
    running.ifPresent(Ending::await);
    if (!done) {
      next.ifPresent(LiveIndex::close);
    }
  }
}

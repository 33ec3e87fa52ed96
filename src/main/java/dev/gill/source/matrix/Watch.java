package dev.gill.source.matrix;

import dev.gill.source.SourceException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits for news by a {@code /sync} that the server holds, on a thread of its own. */
final class Watch implements AutoCloseable {
  /** Shorter than proxies usually wait for an answer. */
  private static final Duration WAIT = Duration.ofSeconds(25);

  private static final long PAUSE_SECONDS = 30;

  private final Homeserver server;
  private final Runnable wake;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;
  private Optional<String> since;

  private Watch(Homeserver server, String since, Runnable wake) {
    this.server = server;
    this.since = Optional.of(since);
    this.wake = wake;
    this.thread = Thread.ofVirtual().name("matrix-sync").unstarted(this::watch);
  }

  /** Calls {@code wake} whenever something happened after {@code since}. */
  static Watch start(Homeserver server, String since, Runnable wake) {
    Watch watch = new Watch(server, since, wake);
    watch.thread.start();
    return watch;
  }

  private void watch() {
    try {
      while (closed.getCount() > 0) {
        wait(server);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void wait(Homeserver server) throws InterruptedException {
    try {
      SyncAnswer answer = server.sync(since, WAIT);
      since = Optional.of(answer.next());
      if (answer.isNews()) {
        wake.run();
      }
    } catch (SourceException | RuntimeException e) {
      closed.await(PAUSE_SECONDS, TimeUnit.SECONDS); // the looks, which go on, say what is wrong
    }
  }

  @Override
  public void close() {
    closed.countDown();
    thread.interrupt();
  }
}

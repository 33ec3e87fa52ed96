package dev.gill.app.house;

import dev.gill.answer.QuotingAnswerer;
import dev.gill.embed.Embedder;
import dev.gill.index.IndexEngine;
import dev.gill.sync.Breathing;
import dev.gill.sync.Intake;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * An index with all that answers from it and keeps it in step. Whoever uses it holds it meanwhile,
 * so that it is closed only when nobody does.
 */
final class LiveIndex implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 10;

  private final Path folder;
  private final IndexEngine engine;
  private final Intake intake;
  private final Following following;
  private final QuotingAnswerer answerer;
  private final List<Embedder> models;
  private final Semaphore holds = new Semaphore(Integer.MAX_VALUE);

  /**
   * Takes the engine and what follows the sources over.
   *
   * @param models those that nobody else needs; they are closed with it
   */
  LiveIndex(
      Path folder,
      IndexEngine engine,
      Intake intake,
      Following following,
      QuotingAnswerer answerer,
      List<Embedder> models) {
    this.folder = folder;
    this.engine = engine;
    this.intake = intake;
    this.following = following;
    this.answerer = answerer;
    this.models = List.copyOf(models);
  }

  Path folder() {
    return folder;
  }

  IndexEngine engine() {
    return engine;
  }

  Intake intake() {
    return intake;
  }

  Breathing breathing() {
    return following.present();
  }

  /** Follows sources that are made anew. */
  void followAnew() {
    following.again();
  }

  QuotingAnswerer answerer() {
    return answerer;
  }

  /** Whether it can be used until {@link #release}; not any more once it is being closed. */
  boolean hold() {
    return holds.tryAcquire();
  }

  void release() {
    holds.release();
  }

  /** Stops following the sources, waits a while for those who hold it, and lets go of the index. */
  @Override
  public void close() {
    following.present().close();
    boolean interrupted = false;
    try {
      boolean _ = holds.tryAcquire(Integer.MAX_VALUE, PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    engine.close();
    models.forEach(Embedder::close);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}

package dev.gill.app.house;

import dev.gill.embed.Embedder;
import dev.gill.embed.HashEmbedder;
import dev.gill.embed.Role;
import dev.gill.model.Space;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** A stand-in for a model that counts the passages it embeds, and embeds bulk as a test lets it. */
final class GatedEmbedder implements Embedder {
  private static final int OPEN = 1_000_000;

  private final HashEmbedder model;
  private final Semaphore gate = new Semaphore(OPEN);
  private final AtomicInteger passages = new AtomicInteger();
  private volatile long nanos;

  GatedEmbedder(HashEmbedder model) {
    this.model = model;
  }

  /** Lets so many texts of bulk through, and no more until it is opened. */
  GatedEmbedder closedAfter(int texts) {
    gate.drainPermits();
    gate.release(texts);
    return this;
  }

  /** Has the processor work so long for each text, as a model does. */
  GatedEmbedder working(Duration time) {
    nanos = time.toNanos();
    return this;
  }

  void open() {
    gate.release(OPEN);
  }

  /** How many passages it embedded. */
  int passages() {
    return passages.get();
  }

  @Override
  public Space space() {
    return model.space();
  }

  @Override
  public int tokens(String text) {
    return model.tokens(text);
  }

  @Override
  public int capacity() {
    return model.capacity();
  }

  @Override
  public List<float[]> embed(List<String> texts, Role role) {
    passages.addAndGet(role == Role.PASSAGE ? texts.size() : 0);
    long end = System.nanoTime() + nanos * texts.size();
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    return model.embed(texts, role);
  }

  @Override
  public List<float[]> embedInBulk(List<String> texts) throws InterruptedException {
    gate.acquire(texts.size());
    return embed(texts, Role.PASSAGE);
  }

  @Override
  public void close() {
    model.close();
  }
}

package dev.gill.bench;

import dev.gill.embed.Embedder;
import dev.gill.embed.Role;
import dev.gill.model.Space;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The named stand-in for the bulk of the index: while it is on, passages get vectors made of their
 * hash, gathered in clusters as real ones are; everything else, and every text once it is off, is
 * the real model's.
 */
final class StandInEmbedder implements Embedder {
  private static final int CLUSTERS = 1_000;

  /** How far members lie from the middle of their cluster, against its length of 1. */
  private static final double SPREAD = 0.6;

  private final Embedder model;
  private final AtomicLong inBulk = new AtomicLong();
  private volatile boolean on;

  /** Takes the model over. */
  StandInEmbedder(Embedder model) {
    this.model = model;
  }

  void turn(boolean on) {
    this.on = on;
  }

  /** How many texts the model was given in bulk. */
  long inBulk() {
    return inBulk.get();
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
  public List<float[]> embed(List<String> texts, Role role) throws InterruptedException {
    if (!on || role == Role.QUESTION) {
      return model.embed(texts, role);
    }
    List<float[]> vectors = new ArrayList<>(texts.size());
    texts.forEach(text -> vectors.add(vector(text)));
    return vectors;
  }

  @Override
  public List<float[]> embedInBulk(List<String> passages) throws InterruptedException {
    if (on) {
      return embed(passages, Role.PASSAGE);
    }
    inBulk.addAndGet(passages.size());
    return model.embedInBulk(passages);
  }

  private float[] vector(String text) {
    Random random = new Random(text.hashCode() * 0x9E3779B97F4A7C15L);
    float[] middle = gaussian(new Random(random.nextInt(CLUSTERS)));
    float[] away = gaussian(random);
    for (int i = 0; i < middle.length; i++) {
      middle[i] += (float) (SPREAD * away[i]);
    }
    return unit(middle);
  }

  private float[] gaussian(Random random) {
    float[] numbers = new float[model.space().dimension()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return unit(numbers);
  }

  private static float[] unit(float[] vector) {
    double squares = 0;
    for (float number : vector) {
      squares += (double) number * number;
    }
    double length = Math.sqrt(squares);
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) (vector[i] / length);
    }
    return vector;
  }

  @Override
  public void close() {
    model.close();
  }
}

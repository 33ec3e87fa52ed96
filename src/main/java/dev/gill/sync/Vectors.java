package dev.gill.sync;

import dev.gill.model.Chunk;
import dev.gill.model.Fingerprint;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Vectors by text: those that were found, and those that were made, each text once. */
final class Vectors {
  private final Map<Fingerprint, float[]> byText = new HashMap<>();
  private final Map<Fingerprint, RuntimeException> refused = new HashMap<>();
  private final Map<Fingerprint, Duration> unclaimed = new HashMap<>();
  private int made;

  void found(Map<Fingerprint, float[]> vectors) {
    byText.putAll(vectors);
  }

  /** {@code took} is what the making of this one vector cost. */
  void made(Chunk chunk, float[] vector, Duration took) {
    byText.put(chunk.fingerprint(), vector);
    unclaimed.put(chunk.fingerprint(), took);
    made++;
  }

  void refused(Chunk chunk, RuntimeException refusal) {
    refused.put(chunk.fingerprint(), refusal);
  }

  void add(Vectors more) {
    byText.putAll(more.byText);
    refused.putAll(more.refused);
    unclaimed.putAll(more.unclaimed);
    made += more.made;
  }

  /** The texts that have a vector. */
  Set<Fingerprint> texts() {
    return byText.keySet();
  }

  /** The vector of a chunk. Throws what the model threw if it refused the text. */
  float[] of(Chunk chunk) {
    RuntimeException refusal = refused.get(chunk.fingerprint());
    if (refusal != null) {
      throw refusal;
    }
    return byText.get(chunk.fingerprint());
  }

  /**
   * What the making of a chunk's vector cost, for the first that asks; empty if it was found, or if
   * another document has been charged with it.
   */
  Optional<Duration> claim(Chunk chunk) {
    return Optional.ofNullable(unclaimed.remove(chunk.fingerprint()));
  }

  /** How many vectors were made since this was last asked. */
  int takeMade() {
    int count = made;
    made = 0;
    return count;
  }
}

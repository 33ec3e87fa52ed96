package dev.gill.embed;

import dev.gill.model.Space;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A stand-in for a model in tests of other packages: each word and each Han character adds to one
 * of the vector's numbers, so that texts with common words are near each other. It knows nothing of
 * meaning, order or inflection.
 */
public final class HashEmbedder implements Embedder {
  private static final int CAPACITY = 510;
  private static final int SPREAD = 0x9E3779B9;

  private final Space space;
  private volatile boolean closed;

  /** In the space {@code hash/<dimension>}. */
  public HashEmbedder(int dimension) {
    this("hash", dimension);
  }

  /** In a space of that name: the same texts yield the same vectors under any name. */
  public HashEmbedder(String model, int dimension) {
    this.space = new Space(model, dimension);
  }

  @Override
  public Space space() {
    return space;
  }

  @Override
  public int tokens(String text) {
    checkOpen();
    return split(text).size();
  }

  @Override
  public int capacity() {
    return CAPACITY;
  }

  @Override
  public List<float[]> embed(List<String> texts, Role role) {
    checkOpen();
    return texts.stream().map(this::vector).toList();
  }

  @Override
  public void close() {
    closed = true;
  }

  private float[] vector(String text) {
    float[] vector = new float[space.dimension()];
    List<String> tokens = split(text);
    for (String token : tokens.subList(0, Math.min(CAPACITY, tokens.size()))) {
      int hash = token.hashCode() * SPREAD;
      vector[Math.floorMod(hash ^ (hash >>> 15), vector.length)] += 1;
    }
    double squares = 0;
    for (float x : vector) {
      squares += (double) x * x;
    }
    if (squares == 0) {
      vector[0] = 1;
      return vector;
    }
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= (float) Math.sqrt(squares);
    }
    return vector;
  }

  private static List<String> split(String text) {
    List<String> tokens = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    text.toLowerCase(Locale.ROOT)
        .codePoints()
        .forEach(
            c -> {
              if (Character.isIdeographic(c)) {
                flush(word, tokens);
                tokens.add(Character.toString(c));
              } else if (Character.isLetterOrDigit(c)) {
                word.appendCodePoint(c);
              } else {
                flush(word, tokens);
              }
            });
    flush(word, tokens);
    return tokens;
  }

  private static void flush(StringBuilder word, List<String> tokens) {
    if (!word.isEmpty()) {
      tokens.add(word.toString());
      word.setLength(0);
    }
  }

  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException("the model %s is closed".formatted(space.model()));
    }
  }
}

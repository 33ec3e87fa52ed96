package dev.gill.retrieve;

import dev.gill.embed.Embedder;
import dev.gill.embed.HashEmbedder;
import dev.gill.embed.Role;
import dev.gill.model.Space;
import java.util.Arrays;
import java.util.List;

/**
 * Vectors of words with one number more that all texts share, since real models find any two texts
 * somewhat alike: unrelated ones have a cosine of 0.45.
 */
final class AlikeEmbedder implements Embedder {
  private static final double SHARED = 0.45;
  private static final int WORDS = 1024;

  private final HashEmbedder words;

  AlikeEmbedder(String model) {
    this.words = new HashEmbedder(model, WORDS);
  }

  @Override
  public Space space() {
    return new Space(words.space().model(), WORDS + 1);
  }

  @Override
  public int tokens(String text) {
    return words.tokens(text);
  }

  @Override
  public int capacity() {
    return words.capacity();
  }

  @Override
  public List<float[]> embed(List<String> texts, Role role) {
    return words.embed(texts, role).stream().map(AlikeEmbedder::alike).toList();
  }

  private static float[] alike(float[] vector) {
    float[] alike = Arrays.copyOf(vector, WORDS + 1);
    for (int i = 0; i < WORDS; i++) {
      alike[i] *= (float) Math.sqrt(1 - SHARED);
    }
    alike[WORDS] = (float) Math.sqrt(SHARED);
    return alike;
  }

  @Override
  public void close() {
    words.close();
  }
}

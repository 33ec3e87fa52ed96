package dev.gill.lab;

import dev.gill.embed.Embedder;
import dev.gill.embed.Role;
import dev.gill.model.Space;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts tokens as a model does, so that chunks come out the same, but leaves its vectors at zero.
 */
final class CountingEmbedder implements Embedder {
  private final Embedder model;

  CountingEmbedder(Embedder model) {
    this.model = model;
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
    List<float[]> vectors = new ArrayList<>(texts.size());
    texts.forEach(text -> vectors.add(new float[space().dimension()]));
    return vectors;
  }

  /** The model belongs to whoever opened it. */
  @Override
  public void close() {}
}

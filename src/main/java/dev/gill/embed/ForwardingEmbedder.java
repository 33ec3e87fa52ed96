package dev.gill.embed;

import dev.gill.model.Space;
import java.util.List;

/**
 * An embedder that does what another one does, as far as a subclass does not say otherwise. What
 * may wait goes through {@link #embed}, so that whoever changes one changes both.
 */
public abstract class ForwardingEmbedder implements Embedder {
  private final Embedder model;

  protected ForwardingEmbedder(Embedder model) {
    this.model = model;
  }

  /** The one that it forwards to. */
  protected final Embedder model() {
    return model;
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
    return model.embed(texts, role);
  }

  @Override
  public void close() {
    model.close();
  }
}

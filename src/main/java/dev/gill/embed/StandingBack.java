package dev.gill.embed;

import dev.gill.model.Space;
import java.util.ArrayList;
import java.util.List;

/**
 * Embeds long lists a few texts at a time, and lets whoever asks another model go first: each model
 * knows only which of its own callers are urgent.
 */
final class StandingBack implements Embedder {
  /** Texts in one call while nobody asks: few enough that a question that comes waits little. */
  private static final int AT_EASE = Runtime.getRuntime().availableProcessors();

  private final Embedder model;
  private final Courtesy courtesy;

  StandingBack(Embedder model, Courtesy courtesy) {
    this.model = model;
    this.courtesy = courtesy;
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
  public List<float[]> embedInBulk(List<String> passages) throws InterruptedException {
    List<float[]> vectors = new ArrayList<>(passages.size());
    while (vectors.size() < passages.size()) {
      int from = vectors.size();
      int most = courtesy.awaitTurn() ? AT_EASE : 1;
      int to = Math.min(passages.size(), from + most);
      vectors.addAll(model.embedInBulk(passages.subList(from, to)));
    }
    return vectors;
  }

  /** The model stays open: it is not this one's. */
  @Override
  public void close() {}
}

package dev.gill.embed;

import java.util.ArrayList;
import java.util.List;

/**
 * Embeds long lists a few texts at a time, and lets whoever asks another model go first: each model
 * knows only which of its own callers are urgent.
 */
final class StandingBack extends ForwardingEmbedder {
  /** Texts in one call while nobody asks: few enough that a question that comes waits little. */
  private static final int AT_EASE = Runtime.getRuntime().availableProcessors();

  private final Courtesy courtesy;

  StandingBack(Embedder model, Courtesy courtesy) {
    super(model);
    this.courtesy = courtesy;
  }

  @Override
  public List<float[]> embedInBulk(List<String> passages) throws InterruptedException {
    List<float[]> vectors = new ArrayList<>(passages.size());
    while (vectors.size() < passages.size()) {
      int from = vectors.size();
      int most = courtesy.awaitTurn() ? AT_EASE : 1;
      int to = Math.min(passages.size(), from + most);
      vectors.addAll(model().embedInBulk(passages.subList(from, to)));
    }
    return vectors;
  }

  /** The model stays open: it is not this one's. */
  @Override
  public void close() {}
}

package dev.gill.embed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Remembers the vectors that were lately asked for, which changes none of them: one text has one
 * vector. Answers weigh the same sentences of the same pages again and again, and embedding these
 * is most of what an answer costs. What is embedded in bulk is not kept.
 */
final class Remembering extends ForwardingEmbedder {
  private record Key(Role role, String text) {}

  private final Cache<Key, float[]> lately;

  /**
   * Takes the model over.
   *
   * @param most how many vectors are kept; those that were seldom asked for, and long ago, go
   */
  Remembering(Embedder model, int most) {
    super(model);
    this.lately = Caffeine.newBuilder().maximumSize(most).executor(Runnable::run).build();
  }

  @Override
  public List<float[]> embed(List<String> texts, Role role) throws InterruptedException {
    Map<String, float[]> known = new LinkedHashMap<>();
    List<String> missing = new ArrayList<>();
    for (String text : texts) {
      if (!known.containsKey(text)) {
        float[] vector = lately.getIfPresent(new Key(role, text));
        if (vector == null) {
          missing.add(text);
        }
        known.put(text, vector);
      }
    }
    if (!missing.isEmpty()) {
      List<float[]> made = model().embed(missing, role);
      for (int i = 0; i < made.size(); i++) {
        known.put(missing.get(i), made.get(i));
        lately.put(new Key(role, missing.get(i)), made.get(i));
      }
    }
    return texts.stream().map(text -> known.get(text).clone()).toList();
  }

  @Override
  public List<float[]> embedInBulk(List<String> passages) throws InterruptedException {
    return model().embedInBulk(passages);
  }
}

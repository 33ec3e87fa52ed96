package dev.gill.retrieve;

import dev.gill.embed.Embedder;
import dev.gill.embed.Role;
import dev.gill.index.Hit;
import dev.gill.index.IndexQuery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What words found in an index that holds no vectors of the question's model. How near the first
 * passages are is measured on their texts instead, so that ranking and confidence know it.
 *
 * @param lexical all of it; the first ones have a cosine
 * @param nearest the first ones, nearest first
 */
record WordsAlone(List<Hit> lexical, List<Hit> nearest) {
  /** Passages whose texts are embedded while the asker waits: those that may be quoted. */
  private static final int MEASURED = Rereading.DEPTH;

  static WordsAlone of(List<Hit> found, IndexQuery.Nearest near, Embedder embedder)
      throws InterruptedException {
    List<Hit> first = found.subList(0, Math.min(MEASURED, found.size()));
    List<String> texts = first.stream().map(hit -> hit.passage().chunk().embedded()).toList();
    List<float[]> vectors = embedder.embed(texts, Role.PASSAGE);
    List<Hit> lexical = new ArrayList<>();
    List<Hit> nearest = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      Hit hit = first.get(i);
      double cosine = Evidence.dot(near.vector(), vectors.get(i));
      lexical.add(new Hit(hit.passage(), hit.score(), OptionalDouble.of(cosine)));
      nearest.add(new Hit(hit.passage(), cosine, OptionalDouble.of(cosine)));
    }
    lexical.addAll(found.subList(first.size(), found.size()));
    nearest.sort(Comparator.comparingDouble(Hit::score).reversed());
    return new WordsAlone(lexical, nearest);
  }
}

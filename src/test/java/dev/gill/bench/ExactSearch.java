package dev.gill.bench;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntPredicate;
import org.apache.lucene.util.VectorUtil;

/** Looks at every vector, with the processor's wide instructions: what others are measured by. */
record ExactSearch(List<float[]> vectors) {
  private record Near(int number, float score) {}

  /** The numbers of the k nearest among those allowed, the nearest first. */
  List<Integer> nearest(float[] vector, int k, IntPredicate allowed) {
    PriorityQueue<Near> best = new PriorityQueue<>(Comparator.comparingDouble(Near::score));
    for (int i = 0; i < vectors.size(); i++) {
      if (!allowed.test(i)) {
        continue;
      }
      float score = VectorUtil.dotProduct(vector, vectors.get(i));
      if (best.size() < k) {
        best.add(new Near(i, score));
      } else if (score > best.element().score()) {
        best.remove();
        best.add(new Near(i, score));
      }
    }
    return best.stream()
        .sorted(Comparator.comparingDouble(Near::score).reversed())
        .map(Near::number)
        .toList();
  }
}

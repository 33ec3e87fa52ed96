package dev.gill.embed.onnx;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Sorts texts into batches of like length, longest first, so that little is padded and no thread is
 * left with a long one when the others have run out of work.
 */
final class Batches {
  private Batches() {}

  /**
   * The batches, as positions of texts.
   *
   * @param lengths of the texts
   * @param budget the most that a batch may come to, each text counted as long as its longest; a
   *     text that is longer by itself makes a batch of its own
   */
  static List<int[]> of(int[] lengths, int budget) {
    List<Integer> order =
        IntStream.range(0, lengths.length)
            .boxed()
            .sorted(Comparator.comparing((Integer i) -> lengths[i]).reversed())
            .toList();
    List<int[]> batches = new ArrayList<>();
    int from = 0;
    while (from < order.size()) {
      int longest = Math.max(1, lengths[order.get(from)]);
      int to = Math.min(order.size(), from + Math.max(1, budget / longest));
      batches.add(order.subList(from, to).stream().mapToInt(Integer::intValue).toArray());
      from = to;
    }
    return batches;
  }
}

package dev.gill.retrieve;

import dev.gill.embed.Reading;
import dev.gill.embed.Scorer;
import dev.gill.model.Chunk;
import dev.gill.model.Passage;
import dev.gill.model.Scored;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Has the first passages read together with the question, and ranks them anew by both scores. Where
 * its numbers come from: docs/decisions/0025.
 */
final class Rereading {
  /** Passages that are read while the asker waits. */
  static final int DEPTH = 8;

  /** Of these, as many are read first, and the others only if none of them is likely to answer. */
  static final int FIRST = 4;

  /** How likely a passage must be to answer so that no others are read. */
  private static final double SURE = 0.5;

  /**
   * What came of it.
   *
   * @param passages best first
   * @param readings of those that were read
   */
  record Reread(List<Scored> passages, Map<Passage, Reading> readings) {}

  private Rereading() {}

  static Reread of(Scorer scorer, Retrieved retrieved, double weight) throws InterruptedException {
    List<Scored> fused = retrieved.passages();
    int most = Math.min(DEPTH, fused.size());
    int first = Math.min(FIRST, most);
    List<Reading> made = new ArrayList<>(read(scorer, retrieved, 0, first));
    if (made.stream().noneMatch(reading -> reading.probability() >= SURE)) {
      made.addAll(read(scorer, retrieved, first, most));
    }
    Map<Passage, Reading> readings = new HashMap<>();
    List<Scored> ranked = new ArrayList<>();
    for (int i = 0; i < made.size(); i++) {
      Scored found = fused.get(i);
      readings.put(found.passage(), made.get(i));
      ranked.add(joined(found, weight, made.get(i).probability()));
    }
    fused.stream().skip(made.size()).map(found -> joined(found, weight, 0)).forEach(ranked::add);
    ranked.sort(Comparator.comparingDouble(Scored::score).reversed());
    return new Reread(ranked, readings);
  }

  private static List<Reading> read(Scorer scorer, Retrieved retrieved, int from, int to)
      throws InterruptedException {
    List<Scorer.Page> pages =
        retrieved.passages().subList(from, to).stream().map(Rereading::page).toList();
    return pages.isEmpty() ? List.of() : scorer.read(retrieved.text(), pages);
  }

  private static Scored joined(Scored found, double weight, double probability) {
    double score = (found.score() + weight * probability) / (1 + weight);
    return new Scored(found.passage(), score, found.lexical(), found.cosine());
  }

  private static Scorer.Page page(Scored found) {
    Chunk chunk = found.passage().chunk();
    List<String> path = new ArrayList<>(chunk.headings());
    if (path.isEmpty()) {
      path.add(found.passage().origin().title());
    }
    if (!chunk.columns().isEmpty()) {
      path.add(chunk.columns());
    }
    return new Scorer.Page(String.join(" > ", path), Chunk.blankedTargets(chunk.text()));
  }
}

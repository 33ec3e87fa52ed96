package dev.gill.retrieve;

import dev.gill.index.Hit;
import dev.gill.index.Snapshot;
import java.util.List;
import java.util.Set;

/** Words a question as the passages found do: a word has many renderings, a team uses few. */
final class Wording {
  private record Counted(Set<String> terms, double score) {}

  private final Snapshot snapshot;
  private final List<Counted> passages;

  /**
   * @param found the passages found by all renderings
   */
  Wording(Snapshot snapshot, List<Hit> found) {
    this.snapshot = snapshot;
    this.passages =
        found.stream()
            .map(hit -> new Counted(terms(hit.passage().chunk().text()), hit.score()))
            .toList();
  }

  private Set<String> terms(String text) {
    return snapshot.terms(text);
  }

  /** Of each word the rendering that the passages have most, else the likeliest. */
  String of(List<List<String>> words) {
    return String.join(" ", words.stream().map(this::best).toList());
  }

  private String best(List<String> renderings) {
    String best = renderings.getFirst();
    double most = 0;
    for (int place = 0; place < renderings.size(); place++) {
      double weight = use(renderings.get(place)) / Math.sqrt(1 + place);
      if (weight > most) {
        most = weight;
        best = renderings.get(place);
      }
    }
    return best;
  }

  private double use(String rendering) {
    Set<String> terms = terms(rendering);
    return passages.stream()
        .filter(passage -> passage.terms().containsAll(terms))
        .mapToDouble(Counted::score)
        .sum();
  }
}

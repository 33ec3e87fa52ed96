package dev.gill.index;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** What each term counts when words are searched by what they may be called. */
public final class Renderings {
  private Renderings() {}

  /**
   * The weights of the terms. Renderings with a term that the index lacks are passed over. Of the
   * others, each counts by the root of its place, and its terms alike; those of one word sum to 1.
   *
   * @param words for each word what it may be called, likeliest first
   * @param terms what a text is searched by
   * @param known whether the index has a term
   */
  public static Map<String, Double> weights(
      List<List<String>> words,
      Function<String, ? extends Collection<String>> terms,
      Predicate<String> known) {
    Map<String, Double> weights = new LinkedHashMap<>();
    for (List<String> renderings : words) {
      List<List<String>> have =
          renderings.stream()
              .map(rendering -> whole(terms.apply(rendering)))
              .filter(each -> !each.isEmpty() && each.stream().allMatch(known))
              .distinct()
              .toList();
      double all = 0;
      for (int place = 1; place <= have.size(); place++) {
        all += weight(place);
      }
      for (int place = 1; place <= have.size(); place++) {
        List<String> rendering = have.get(place - 1);
        double share = weight(place) / all / rendering.size();
        rendering.forEach(term -> weights.merge(term, share, Double::sum));
      }
    }
    return weights;
  }

  private static double weight(int place) {
    return 1 / Math.sqrt(place);
  }

  /** Without the terms that are part of another: a word says more than its characters. */
  private static List<String> whole(Collection<String> terms) {
    return terms.stream()
        .filter(term -> terms.stream().noneMatch(o -> !o.equals(term) && o.contains(term)))
        .distinct()
        .toList();
  }
}

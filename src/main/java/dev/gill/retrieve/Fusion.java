package dev.gill.retrieve;

import dev.gill.index.Hit;
import dev.gill.model.DocId;
import dev.gill.model.Language;
import dev.gill.model.Passage;
import dev.gill.model.Scored;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Joins the two legs: a convex combination of their scores. BM25 is divided by its best, or by what
 * a good match would have if that is more, so that words count little where no passage has many of
 * the question's; it is zero for what the words have not found. Cosines are scaled from that of
 * unrelated texts to the best. After Bruch, Gai and Ingber, "An Analysis of Fusion Functions for
 * Hybrid Retrieval" (2023); what it was measured against: docs/decisions/0007.
 *
 * @param denseWeight how much the vectors count; the words count for the rest
 * @param matching the share of a question's term weights that the BM25 of a good match comes to;
 *     what is fused is divided by the best then; with 0, the best that was found is a good match
 * @param unrelated the cosine of texts that have nothing to do with each other; with 1, cosines are
 *     always scaled from the least found
 */
record Fusion(double denseWeight, double matching, double unrelated) {
  private static final Fusion ENGLISH = new Fusion(0.57, 0, 0.4);
  private static final Fusion CHINESE = new Fusion(0.2, 0.4, 1);
  private static final Fusion RENDERED_CHINESE = new Fusion(0.4, 0, 1);

  /**
   * Best first; of what is equally relevant, the newer revision; what is left of ties is settled by
   * place.
   */
  static final Comparator<Scored> ORDER =
      Comparator.comparingDouble((Scored s) -> -s.score())
          .thenComparing(s -> s.passage().modified(), Comparator.reverseOrder())
          .thenComparing(s -> s.passage().doc())
          .thenComparing(s -> s.passage().chunk().start());

  private record Place(DocId doc, int start) {
    static Place of(Passage passage) {
      return new Place(passage.doc(), passage.chunk().start());
    }
  }

  /** As it suits questions of that language and the model that embeds them. */
  static Fusion of(Language language) {
    return language == Language.CHINESE ? CHINESE : ENGLISH;
  }

  /** As it suits questions that were rendered in that language: words are less sure then. */
  static Fusion rendered(Language language) {
    return language == Language.CHINESE ? RENDERED_CHINESE : ENGLISH;
  }

  /** Whether it takes a question's terms to say what a good match by words is. */
  boolean weighsTerms() {
    return matching > 0;
  }

  /**
   * All that either leg found, best first.
   *
   * @param lexical with their cosines
   * @param termWeights the question's terms with their inverse document frequencies, whose sum no
   *     BM25 reaches; may be empty unless terms are weighed
   */
  List<Scored> fuse(List<Hit> lexical, List<Hit> nearest, Map<String, Double> termWeights) {
    double possible = termWeights.values().stream().mapToDouble(Double::doubleValue).sum();
    double bestWords = Math.max(best(lexical), matching * possible);
    double bestVector = best(nearest);
    double ground = Math.min(unrelated, least(nearest));
    Map<Place, Scored> byPlace = new LinkedHashMap<>();
    for (Hit hit : lexical) {
      double score =
          (1 - denseWeight) * share(hit.score(), 0, bestWords)
              + denseWeight * nearness(hit, ground, bestVector);
      byPlace.put(
          Place.of(hit.passage()),
          new Scored(hit.passage(), score, OptionalDouble.of(hit.score()), hit.cosine()));
    }
    for (Hit hit : nearest) {
      double score = denseWeight * nearness(hit, ground, bestVector);
      byPlace.putIfAbsent(
          Place.of(hit.passage()),
          new Scored(hit.passage(), score, OptionalDouble.empty(), hit.cosine()));
    }
    List<Scored> fused = new ArrayList<>(byPlace.values());
    fused.sort(ORDER);
    return weighsTerms() ? dividedByBest(fused) : fused;
  }

  private static List<Scored> dividedByBest(List<Scored> fused) {
    double best = fused.isEmpty() ? 0 : fused.getFirst().score();
    return best == 0
        ? fused
        : fused.stream()
            .map(s -> new Scored(s.passage(), s.score() / best, s.lexical(), s.cosine()))
            .toList();
  }

  private static double nearness(Hit hit, double ground, double best) {
    return hit.cosine().isPresent() ? share(hit.cosine().getAsDouble(), ground, best) : 0;
  }

  private static double best(List<Hit> hits) {
    return hits.stream().mapToDouble(Hit::score).max().orElse(0);
  }

  private static double least(List<Hit> hits) {
    return hits.stream().mapToDouble(Hit::score).min().orElse(0);
  }

  /** From 0 to 1; where all hits score the same, 1. */
  private static double share(double score, double least, double most) {
    return most > least ? Math.clamp((score - least) / (most - least), 0, 1) : 1;
  }
}

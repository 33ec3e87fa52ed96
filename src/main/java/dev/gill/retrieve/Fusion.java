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
 * Joins the two legs: a convex combination of their scores, a missing one counting as zero. BM25 is
 * divided by its best, since 0 is the least that it can be; cosines are scaled from the least to
 * the best of those found. After Bruch, Gai and Ingber, "An Analysis of Fusion Functions for Hybrid
 * Retrieval" (2023); what it was measured against: docs/decisions/0007.
 */
final class Fusion {
  private static final double ENGLISH_WEIGHT = 0.45;
  private static final double CHINESE_WEIGHT = 0.2;

  /**
   * Best first; of what is equally relevant, the newer revision; what is left of ties is settled by
   * place.
   */
  static final Comparator<Scored> ORDER =
      Comparator.comparingDouble((Scored s) -> -s.score())
          .thenComparing(s -> s.passage().origin().modified(), Comparator.reverseOrder())
          .thenComparing(s -> s.passage().doc())
          .thenComparing(s -> s.passage().chunk().start());

  private record Place(DocId doc, int start) {
    static Place of(Passage passage) {
      return new Place(passage.doc(), passage.chunk().start());
    }
  }

  private Fusion() {}

  /** How much the vectors count for a question of that language; the words count for the rest. */
  static double denseWeight(Language language) {
    return language == Language.CHINESE ? CHINESE_WEIGHT : ENGLISH_WEIGHT;
  }

  static List<Scored> fuse(List<Hit> lexical, List<Hit> nearest, double denseWeight) {
    Map<Place, Scored> byPlace = new LinkedHashMap<>();
    Scale words = Scale.from(0, lexical);
    for (Hit hit : lexical) {
      double score = (1 - denseWeight) * words.of(hit.score());
      byPlace.put(
          Place.of(hit.passage()),
          new Scored(hit.passage(), score, OptionalDouble.of(hit.score()), OptionalDouble.empty()));
    }
    Scale vectors = Scale.from(least(nearest), nearest);
    for (Hit hit : nearest) {
      double score = denseWeight * vectors.of(hit.score());
      byPlace.merge(
          Place.of(hit.passage()),
          new Scored(hit.passage(), score, OptionalDouble.empty(), OptionalDouble.of(hit.score())),
          (a, b) -> new Scored(a.passage(), a.score() + b.score(), a.lexical(), b.cosine()));
    }
    List<Scored> fused = new ArrayList<>(byPlace.values());
    fused.sort(ORDER);
    return fused;
  }

  private static double least(List<Hit> hits) {
    return hits.stream().mapToDouble(Hit::score).min().orElse(0);
  }

  private record Scale(double least, double most) {
    static Scale from(double least, List<Hit> hits) {
      return new Scale(least, hits.stream().mapToDouble(Hit::score).max().orElse(0));
    }

    /** From 0 to 1; where all hits score the same, 1. */
    double of(double score) {
      return most > least ? (score - least) / (most - least) : 1;
    }
  }
}

package dev.gill.retrieve;

import dev.gill.model.Language;
import dev.gill.translate.Translator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts a question to the documents of its own language and to those of the others, and takes what
 * fits better. Where its numbers come from: docs/decisions/0026.
 */
record CrossLanguage(Translator translator) {
  /** What a difference between the nearest passages' cosines counts beside that by words. */
  private static final double NEARNESS = 8;

  /**
   * What came of it.
   *
   * @param best what fits best
   * @param others what was found in the other languages
   */
  record Across(Retrieved best, List<Retrieved> others) {}

  Across best(String question, Search search) throws InterruptedException {
    Retrieved best = search.asAsked(question);
    List<Retrieved> all = new ArrayList<>(List.of(best));
    Language own = best.language();
    double most = fit(best);
    for (Language other : Language.values()) {
      List<List<String>> words = other == own ? List.of() : translator.renderings(question, other);
      if (words.isEmpty()) {
        continue;
      }
      Optional<Retrieved> abroad = search.rendered(words, other);
      double fit = abroad.map(found -> fit(found) + handicap(other)).orElse(0.0);
      abroad.ifPresent(all::add);
      if (abroad.isPresent() && fit > most) {
        most = fit;
        best = abroad.get();
      }
    }
    all.remove(best);
    return new Across(best, all);
  }

  /** How well the best passage fits, by its words and by the nearest vector. */
  private static double fit(Retrieved found) {
    double words =
        found.passages().stream()
            .findFirst()
            .map(passage -> passage.lexical().orElse(0))
            .orElse(0.0);
    return Math.log(words + 0.5) + NEARNESS * found.topCosine();
  }

  /** The languages' models have cosines of different scales, and their words different weights. */
  private static double handicap(Language rendered) {
    return switch (rendered) {
      case ENGLISH -> -0.5;
      case CHINESE -> 0.8;
    };
  }
}

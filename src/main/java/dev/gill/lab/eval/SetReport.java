package dev.gill.lab.eval;

import java.util.Optional;

/** What was measured on one set. */
sealed interface SetReport {
  /** The set. */
  String set();

  /**
   * Of documents and questions.
   *
   * @param space of the vectors
   * @param questions that some document is judged to answer
   * @param quotes where answers are known
   * @param unanswerable where some questions have no answer: those against the rest
   * @param removed where answers are known: the same questions with their documents withheld,
   *     against the rest
   */
  record OfCollection(
      String set,
      String space,
      int documents,
      int questions,
      Ranking lexical,
      Ranking dense,
      Ranking fused,
      Optional<QuoteFigures> quotes,
      Optional<Doubt> unanswerable,
      Optional<Doubt> removed,
      Published.Figures published)
      implements SetReport {}

  /** Of graded pairs. */
  record OfPairs(String set, String space, int pairs, double spearman, Published.Figures published)
      implements SetReport {}
}

package dev.gill.answer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How the sentences of one passage share the terms of a question among them. */
final class TermMatch {
  private final Map<String, Double> terms;
  private final double all;
  private final List<Set<String>> met;
  private final Map<String, Integer> having = new HashMap<>();
  private final double distinctive;

  /**
   * Of one passage.
   *
   * @param terms of the question, each with its weight
   * @param met the terms that each sentence of the passage has, in order
   */
  TermMatch(Map<String, Double> terms, List<Set<String>> met) {
    this.terms = terms;
    this.all = weight(terms.keySet());
    this.met = met;
    met.forEach(each -> each.forEach(term -> having.merge(term, 1, Integer::sum)));
    this.distinctive = weight(having.keySet());
  }

  /** Share of the question's terms, by weight, that a sentence has. */
  double own(int sentence) {
    return share(weight(met.get(sentence)), all);
  }

  /** Share that only the sentence before it has: what it is about, if not said again. */
  double before(int sentence) {
    if (sentence == 0) {
      return 0;
    }
    Set<String> only = new HashSet<>(met.get(sentence - 1));
    only.removeAll(met.get(sentence));
    return share(weight(only), all);
  }

  /**
   * Of the terms that the passage has, what a sentence has of them, each shared among all sentences
   * that have it: a term that stands everywhere in the passage distinguishes none of them.
   */
  double distinctive(int sentence) {
    double sum = 0;
    for (String term : met.get(sentence)) {
      sum += terms.getOrDefault(term, 0.0) / having.get(term);
    }
    return share(sum, distinctive);
  }

  private double weight(Set<String> some) {
    double sum = 0;
    for (Map.Entry<String, Double> term : terms.entrySet()) {
      sum += some.contains(term.getKey()) ? term.getValue() : 0;
    }
    return sum;
  }

  private static double share(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }
}

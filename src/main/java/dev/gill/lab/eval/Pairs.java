package dev.gill.lab.eval;

import dev.gill.model.Language;
import java.util.List;

/**
 * Pairs of sentences with a grade of how much they mean the same.
 *
 * @param name of the set, the file's
 * @param language of its sentences taken together
 */
record Pairs(String name, Language language, List<Pair> pairs) implements EvalSet {
  /** Two sentences and their grade; a higher one means more alike. */
  record Pair(String left, String right, double grade) {}

  Pairs {
    pairs = List.copyOf(pairs);
  }
}

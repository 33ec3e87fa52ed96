package dev.gill.answer;

import dev.gill.model.Citation;
import dev.gill.model.Scored;
import java.util.List;

/**
 * What an answer is made of, before it is said or withheld.
 *
 * @param passages that were found, best first
 * @param best up to three quotes, best first, also those too weak to be shown
 * @param shown the quotes that the answer consists of, if there is one
 * @param confidence from 0 to 1
 * @param answers whether that is enough, and all that is shown stands where it says
 */
public record Weighed(
    List<Scored> passages,
    List<Citation> best,
    List<Citation> shown,
    double confidence,
    boolean answers) {
  public Weighed {
    passages = List.copyOf(passages);
    best = List.copyOf(best);
    shown = List.copyOf(shown);
  }
}

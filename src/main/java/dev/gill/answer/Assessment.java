package dev.gill.answer;

import dev.gill.model.Citation;
import dev.gill.model.NearPassage;
import dev.gill.model.Scored;
import java.util.List;

/**
 * What an answer is made of, before it is said or withheld.
 *
 * @param passages that were found, best first
 * @param nearest what is shown of them where nothing answers
 * @param best up to three quotes, best first, also those too weak to be shown
 * @param shown the quotes that the answer consists of, if there is one
 * @param confidence from 0 to 1
 * @param verdict what that is enough for, where all that is shown stands where it says
 */
public record Assessment(
    List<Scored> passages,
    List<NearPassage> nearest,
    List<Citation> best,
    List<Citation> shown,
    double confidence,
    Verdict verdict) {
  /** What can be said. */
  public enum Verdict {
    /** An answer. */
    ANSWERED,
    /** What is near, but may not answer. */
    NEAR,
    /** That it is not known. */
    UNKNOWN
  }

  public Assessment {
    passages = List.copyOf(passages);
    nearest = List.copyOf(nearest);
    best = List.copyOf(best);
    shown = List.copyOf(shown);
  }

  /** Whether there is an answer. */
  public boolean answers() {
    return verdict == Verdict.ANSWERED;
  }
}

package dev.gill.answer;

import dev.gill.model.Citation;
import dev.gill.model.Passage;
import dev.gill.model.Range;
import java.util.List;

/** Cites a stretch of a passage. */
public final class Citing {
  private Citing() {}

  /**
   * The citation.
   *
   * @param range in the passage's text
   * @param marker the number by which the answer refers to it, from 1
   */
  public static Citation of(Passage passage, Range range, int marker) {
    return new Extract(passage, range, List.of(range)).cite(marker);
  }
}

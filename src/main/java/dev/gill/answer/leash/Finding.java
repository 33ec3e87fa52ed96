package dev.gill.answer.leash;

import dev.gill.model.Flaw;
import dev.gill.model.Range;
import java.util.List;

/** What became of one sentence of a model's answer. */
public sealed interface Finding {
  /** The sentence as it is read, without markers. */
  String text();

  /**
   * It stands.
   *
   * @param grounds where the passages say so; never empty
   */
  record Kept(String text, List<Ground> grounds) implements Finding {
    public Kept {
      grounds = List.copyOf(grounds);
    }
  }

  /** It does not. */
  record Dropped(String text, Flaw flaw) implements Finding {}

  /**
   * Where a passage says something.
   *
   * @param passage its number
   * @param range in its text
   */
  record Ground(int passage, Range range) {}
}

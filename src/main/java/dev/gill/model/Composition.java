package dev.gill.model;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a chat model had to do with an answer.
 *
 * @param model what it is called
 * @param dropped the sentences of it that are not part of the answer, in order
 */
public record Composition(String model, Outcome outcome, List<Dropped> dropped, Effort effort) {
  /** What came of asking it. In all cases but the first two the answer is quotes. */
  public enum Outcome {
    /** It worded the answer. */
    WORDED,
    /** The documents support nothing of what it said, so nothing is known. */
    NOTHING_HELD,
    /** It found nothing in the passages. */
    NOTHING_FOUND,
    /** It could not be reached, or refused. */
    DOWN,
    /** It did not answer in time. */
    SLOW,
    /** What may be spent in this month is spent. */
    OVER_BUDGET,
    /** Its answer was not whole. */
    CUT_OFF,
    /** What it said was no answer. */
    NONSENSE,
    /** It did not answer in the language of the question. */
    OTHER_LANGUAGE,
    /** The documents are in another language, and nothing of what it said could be checked. */
    UNCHECKED,
    /** Meanwhile a document changed, or may not be read any more. */
    CHANGED;

    /** Whether quotes stand in for its words. */
    public boolean isQuoted() {
      return this != WORDED && this != NOTHING_HELD;
    }
  }

  /** A sentence that the documents do not support. */
  public record Dropped(String text, Flaw flaw) {}

  /**
   * What it took.
   *
   * @param tokensIn that were sent
   * @param tokensOut that came
   * @param cost in the currency of the configured prices; empty if there are none
   * @param remembered whether the answer was kept from before, so that it took nothing
   */
  public record Effort(
      long tokensIn, long tokensOut, Duration took, Optional<BigDecimal> cost, boolean remembered) {
    /** Where nothing was asked. */
    public static Effort none() {
      return new Effort(0, 0, Duration.ZERO, Optional.empty(), false);
    }

    /** Both together. */
    public Effort plus(Effort other) {
      return new Effort(
          tokensIn + other.tokensIn,
          tokensOut + other.tokensOut,
          took.plus(other.took),
          Stream.concat(cost.stream(), other.cost.stream()).reduce(BigDecimal::add),
          remembered && other.remembered);
    }
  }

  public Composition {
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(effort, "effort");
    dropped = List.copyOf(dropped);
  }
}

package dev.gill.answer.chat;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Counts what a model takes, and says whether it may take more. Safe for use by several threads.
 */
public interface Spending {
  /**
   * Whether so much may be spent yet. What may be is set aside until it is {@link #settle settled}.
   */
  boolean allows(long tokensIn, long tokensOut);

  /**
   * Notes what was really spent of what was set aside.
   *
   * @return what it cost, if there are prices
   */
  Optional<BigDecimal> settle(long setAsideIn, long setAsideOut, long tokensIn, long tokensOut);
}

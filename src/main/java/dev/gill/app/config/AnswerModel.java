package dev.gill.app.config;

import dev.gill.ledger.MonthlySpending.Limit;
import dev.gill.ledger.MonthlySpending.Prices;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * The chat model that words answers.
 *
 * @param address below which it is asked as OpenAI's are
 * @param key what it is asked with, if it wants one
 * @param patience how long an answer may take
 * @param longest tokens that an answer may have
 */
public record AnswerModel(
    URI address,
    String name,
    Optional<String> key,
    Duration patience,
    int longest,
    Optional<Prices> prices,
    Limit limit) {
  /** Without the key. */
  @Override
  public String toString() {
    return "%s at %s".formatted(name, address.getHost());
  }
}

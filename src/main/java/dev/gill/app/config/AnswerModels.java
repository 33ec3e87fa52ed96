package dev.gill.app.config;

import dev.gill.app.config.MappedConfig.AnswerConfig;
import dev.gill.ledger.MonthlySpending.Limit;
import dev.gill.ledger.MonthlySpending.Prices;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Reads {@code gill.answer}. */
public final class AnswerModels {
  private static final URI OPENAI = URI.create("https://api.openai.com/v1");
  private static final URI OLLAMA = URI.create("http://localhost:11434/v1");
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final int FEWEST_TOKENS = 50;
  private static final int MOST_TOKENS = 4_000;

  private AnswerModels() {}

  /**
   * The model that words answers; empty if they are quotes.
   *
   * @throws ConfigException saying what to change; no key is repeated
   */
  public static Optional<AnswerModel> of(GillConfig config) {
    AnswerConfig answer = config.answer();
    return switch (answer.model().strip()) {
      case "none" -> Optional.empty();
      case "openai" -> Optional.of(model(answer, OPENAI));
      case "ollama" -> Optional.of(model(answer, OLLAMA));
      default ->
          throw new ConfigException(
              "gill.answer.model=%s is not known; set it to none, openai or ollama."
                  .formatted(answer.model()));
    };
  }

  private static AnswerModel model(AnswerConfig answer, URI usual) {
    return new AnswerModel(
        address(answer.url().orElse(usual)),
        answer
            .name()
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .orElseThrow(
                () ->
                    new ConfigException(
                        "gill.answer.name is missing; name the model as its server does.")),
        SecretValue.of("gill.answer.key", answer.key(), answer.keyFile()),
        patience(answer.timeout()),
        longest(answer.maxTokens()),
        prices(answer),
        limit(answer));
  }

  private static URI address(URI url) {
    boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
    if (!web || url.getHost() == null || url.getUserInfo() != null || url.getQuery() != null) {
      throw new ConfigException(
          "gill.answer.url is not an address below which a model is asked; write it as in https://models.example.com/v1, and a key as gill.answer.key-file.");
    }
    String text = url.toString();
    return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : url;
  }

  private static Duration patience(Duration timeout) {
    if (timeout.compareTo(SHORTEST) < 0 || timeout.compareTo(LONGEST) > 0) {
      throw new ConfigException("gill.answer.timeout is out of bounds; set it from 1s to 2m.");
    }
    return timeout;
  }

  private static int longest(int tokens) {
    if (tokens < FEWEST_TOKENS || tokens > MOST_TOKENS) {
      throw new ConfigException(
          "gill.answer.max-tokens is out of bounds; set it from %d to %d."
              .formatted(FEWEST_TOKENS, MOST_TOKENS));
    }
    return tokens;
  }

  private static Optional<Prices> prices(AnswerConfig answer) {
    if (answer.priceIn().isPresent() != answer.priceOut().isPresent()) {
      throw new ConfigException(
          "gill.answer.price-in and gill.answer.price-out go together; set both, of a million tokens each.");
    }
    return answer
        .priceIn()
        .map(
            in ->
                new Prices(
                    positive("gill.answer.price-in", in),
                    positive("gill.answer.price-out", answer.priceOut().orElseThrow())));
  }

  private static Limit limit(AnswerConfig answer) {
    if (answer.monthlyTokens().orElse(0) < 0) {
      throw new ConfigException(
          "gill.answer.monthly-tokens is below zero; set a whole number of tokens.");
    }
    if (answer.monthlyCost().isPresent() && answer.priceIn().isEmpty()) {
      throw new ConfigException(
          "gill.answer.monthly-cost needs gill.answer.price-in and gill.answer.price-out; set them, or gill.answer.monthly-tokens instead.");
    }
    return new Limit(
        answer.monthlyTokens(),
        answer.monthlyCost().map(cost -> positive("gill.answer.monthly-cost", cost)));
  }

  private static BigDecimal positive(String name, BigDecimal number) {
    if (number.signum() < 0) {
      throw new ConfigException(name + " is below zero; set a number from 0.");
    }
    return number;
  }
}

package dev.gill.source;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times as the configuration writes them, in the forms that Quarkus reads: {@code 30} (seconds),
 * {@code 500ms}, {@code 2d}, {@code 1h30m}, {@code PT5M}.
 */
final class Durations {
  private static final Pattern NUMBER = Pattern.compile("(\\d{1,15})(ms|d|)");

  private static final Pattern PERIOD =
      Pattern.compile("(\\d{1,4})\\s*(d|days?|w|weeks?|months?|y|years?)");

  private Durations() {}

  /** The time; empty if it is written in none of these forms. */
  static Optional<Duration> parse(String written) {
    String text = written.strip().toLowerCase(Locale.ROOT);
    Matcher number = NUMBER.matcher(text);
    try {
      if (number.matches()) {
        long amount = Long.parseLong(number.group(1));
        return Optional.of(
            switch (number.group(2)) {
              case "ms" -> Duration.ofMillis(amount);
              case "d" -> Duration.ofDays(amount);
              default -> Duration.ofSeconds(amount);
            });
      }
      boolean bare = !text.isEmpty() && Character.isDigit(text.charAt(0));
      return Optional.of(Duration.parse(bare ? "PT" + text : text));
    } catch (DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  /** A time of the calendar above zero; empty if it is none. */
  static Optional<Period> period(String written) {
    Matcher period = PERIOD.matcher(written.strip().toLowerCase(Locale.ROOT));
    if (!period.matches()) {
      return Optional.empty();
    }
    int amount = Integer.parseInt(period.group(1));
    Period read =
        switch (period.group(2).charAt(0)) {
          case 'd' -> Period.ofDays(amount);
          case 'w' -> Period.ofWeeks(amount);
          case 'm' -> Period.ofMonths(amount);
          default -> Period.ofYears(amount);
        };
    return Optional.of(read).filter(any -> !any.isZero());
  }
}

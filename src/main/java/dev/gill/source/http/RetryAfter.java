package dev.gill.source.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How long a server wants to be left alone, RFC 9110, 10.2.3: seconds, or an HTTP date in one of
 * the three forms of 5.6.7. A day at most, however far away the server's date lies.
 */
final class RetryAfter {
  static final Duration MOST = Duration.ofDays(1);

  private static final int MOST_DIGITS = 9;
  private static final List<DateTimeFormatter> DATES =
      List.of(
          DateTimeFormatter.RFC_1123_DATE_TIME,
          utc("EEEE, dd-MMM-yy HH:mm:ss 'GMT'"),
          utc("EEE MMM ppd HH:mm:ss yyyy"));

  private RetryAfter() {}

  /** Never negative; empty if the value makes no sense. */
  static Optional<Duration> parse(String written, Instant now) {
    String value = written.strip();
    if (value.matches("[0-9]+")) {
      boolean farAway = value.length() > MOST_DIGITS;
      return Optional.of(farAway ? MOST : bounded(Duration.ofSeconds(Long.parseLong(value))));
    }
    return DATES.stream()
        .flatMap(form -> date(value, form).stream())
        .findFirst()
        .map(date -> bounded(Duration.between(now, date)));
  }

  private static Optional<Instant> date(String value, DateTimeFormatter form) {
    try {
      return Optional.of(ZonedDateTime.parse(value, form).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Duration bounded(Duration pause) {
    Duration least = pause.isNegative() ? Duration.ZERO : pause;
    return least.compareTo(MOST) < 0 ? least : MOST;
  }

  private static DateTimeFormatter utc(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.US).withZone(ZoneOffset.UTC);
  }
}

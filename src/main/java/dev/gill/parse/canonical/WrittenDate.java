package dev.gill.parse.canonical;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads dates as people and programs write them at the head of a document. */
public final class WrittenDate {
  /** A day without a time is taken at noon in UTC, which is that day nearly everywhere. */
  private static final LocalTime NOON = LocalTime.NOON;

  private static final int EARLIEST_YEAR = 1970;

  private static final Pattern NUMBERS =
      Pattern.compile(
          "[<\\[]?(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?![\\d]).*", Pattern.DOTALL);
  private static final Pattern MOMENT =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2})[Tt ](\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?) ?(Z|z|[+-]\\d{2}:?\\d{2})");

  private static final List<DateTimeFormatter> NAMES =
      Stream.of("d MMMM uuuu", "d MMM uuuu", "MMMM d, uuuu", "MMM d, uuuu")
          .map(
              pattern ->
                  new DateTimeFormatterBuilder()
                      .parseCaseInsensitive()
                      .appendPattern(pattern)
                      .toFormatter(Locale.ENGLISH))
          .toList();

  private WrittenDate() {}

  /** Empty if it is no date that can be read in one way only. */
  public static Optional<Instant> of(String written) {
    String words = written == null ? "" : written.strip();
    try {
      Matcher moment = MOMENT.matcher(words);
      if (moment.matches()) {
        String zone = moment.group(3).replaceFirst("(\\d{2})(\\d{2})$", "$1:$2");
        return sensible(
            OffsetDateTime.parse(
                    moment.group(1) + "T" + moment.group(2) + zone.toUpperCase(Locale.ROOT))
                .toInstant());
      }
      Matcher numbers = NUMBERS.matcher(words);
      if (numbers.matches()) {
        return day(
            LocalDate.of(
                Integer.parseInt(numbers.group(1)),
                Integer.parseInt(numbers.group(2)),
                Integer.parseInt(numbers.group(3))));
      }
    } catch (DateTimeException e) {
      return Optional.empty();
    }
    return NAMES.stream().flatMap(format -> named(words, format).stream()).findFirst();
  }

  private static Optional<Instant> named(String words, DateTimeFormatter format) {
    try {
      return day(LocalDate.parse(words, format));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> day(LocalDate day) {
    return sensible(day.atTime(NOON).toInstant(ZoneOffset.UTC));
  }

  /** Programs write the beginning of their time where they know none. */
  private static Optional<Instant> sensible(Instant at) {
    return Optional.of(at).filter(i -> i.atOffset(ZoneOffset.UTC).getYear() > EARLIEST_YEAR);
  }
}

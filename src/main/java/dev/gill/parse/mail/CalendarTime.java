package dev.gill.parse.mail;

import com.ibm.icu.util.TimeZone;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date of iCalendar, with or without a time.
 *
 * @param zone as a reader knows it; empty if the time is meant wherever one is
 */
record CalendarTime(LocalDateTime at, boolean wholeDay, String zone) {
  private static final Pattern TIME =
      Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:T(\\d{2})(\\d{2})(\\d{2})?(Z)?)?");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  /** Empty for what is no date. */
  static Optional<CalendarTime> of(CalendarLine line) {
    Matcher time = TIME.matcher(line.value().strip());
    if (!time.matches()) {
      return Optional.empty();
    }
    try {
      LocalDate date = LocalDate.of(number(time, 1), number(time, 2), number(time, 3));
      boolean wholeDay = time.group(4) == null;
      LocalTime clock = wholeDay ? LocalTime.MIN : LocalTime.of(number(time, 4), number(time, 5));
      String zone = time.group(7) != null ? "UTC" : zone(line.parameter("TZID"));
      return Optional.of(new CalendarTime(date.atTime(clock), wholeDay, wholeDay ? "" : zone));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  /** Outlook writes the names that Windows has for time zones. */
  private static String zone(String id) {
    String known = TimeZone.getIDForWindowsID(id, "001");
    return known == null ? id.replaceFirst("^/.*?/(?=[A-Z]\\w+/)", "") : known;
  }

  /** So much later; empty if that is no duration. */
  Optional<CalendarTime> plus(String duration) {
    try {
      boolean days = duration.matches("P\\d+[DW]");
      LocalDateTime later =
          days ? at.plus(Period.parse(duration)) : at.plus(Duration.parse(duration));
      return Optional.of(new CalendarTime(later, wholeDay, zone));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  String words() {
    return wholeDay ? DATE.format(at) : DATE.format(at) + " " + CLOCK.format(at) + inZone();
  }

  /** From this one to that; the day on which a whole-day event ends is no part of it. */
  String to(CalendarTime end) {
    if (wholeDay) {
      LocalDateTime last = end.at.minusDays(1);
      return last.isAfter(at) ? DATE.format(at) + " to " + DATE.format(last) : words();
    }
    if (!end.zone.equals(zone)) {
      return words() + " to " + end.words();
    }
    boolean sameDay = end.at.toLocalDate().equals(at.toLocalDate());
    String until =
        sameDay
            ? "–" + CLOCK.format(end.at)
            : " to " + DATE.format(end.at) + " " + CLOCK.format(end.at);
    return DATE.format(at) + " " + CLOCK.format(at) + until + inZone();
  }

  private String inZone() {
    return zone.isEmpty() ? "" : " (" + zone + ")";
  }
}

package dev.gill.source.chatexport;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the times that exports write. */
final class Times {
  /** The written form of a day and a time of day, for patterns of lines that hold one. */
  static final String FORM =
      "\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?[ T]?\\s?(?:[上下]午)?\\s?\\d{1,2}:\\d{2}(?::\\d{2})?";

  private static final Pattern LOCAL =
      Pattern.compile(
          "(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?[ T]?\\s?([上下]午)?\\s?(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?:\\.\\d+)?");
  private static final Pattern EPOCH = Pattern.compile("(\\d{10})(?:\\.(\\d{1,9}))?|(\\d{13})");

  private final ZoneId zone;

  /**
   * @param zone of times that name none
   */
  Times(ZoneId zone) {
    this.zone = zone;
  }

  /** The moment; empty if it is written in no known form. */
  Optional<Instant> parse(String written) {
    String text = written.strip();
    try {
      Matcher epoch = EPOCH.matcher(text);
      if (epoch.matches()) {
        return Optional.of(epoch(epoch));
      }
      Matcher local = LOCAL.matcher(text);
      return Optional.of(local.matches() ? local(local) : OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Instant epoch(Matcher epoch) {
    if (epoch.group(3) != null) {
      return Instant.ofEpochMilli(Long.parseLong(epoch.group(3)));
    }
    String fraction = epoch.group(2) == null ? "" : epoch.group(2);
    long nanos = Long.parseLong((fraction + "000000000").substring(0, 9));
    return Instant.ofEpochSecond(Long.parseLong(epoch.group(1)), nanos);
  }

  private Instant local(Matcher local) {
    int hour = Integer.parseInt(local.group(5));
    boolean afternoon = "下午".equals(local.group(4)) && hour < 12;
    boolean midnight = "上午".equals(local.group(4)) && hour == 12;
    int seconds = local.group(7) == null ? 0 : Integer.parseInt(local.group(7));
    return LocalDate.of(
            Integer.parseInt(local.group(1)),
            Integer.parseInt(local.group(2)),
            Integer.parseInt(local.group(3)))
        .atTime(
            LocalTime.of(
                midnight ? 0 : afternoon ? hour + 12 : hour,
                Integer.parseInt(local.group(6)),
                seconds))
        .atZone(zone)
        .toInstant();
  }
}

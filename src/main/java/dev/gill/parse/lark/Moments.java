package dev.gill.parse.lark;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes times, which the API counts in milliseconds, as people read them. */
record Moments(ZoneId zone) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  static Moments of(JsonNode document) {
    try {
      return new Moments(ZoneId.of(document.path("zone").asText("Z")));
    } catch (DateTimeException e) {
      return new Moments(ZoneOffset.UTC);
    }
  }

  /** The day alone where that is meant, or where it is midnight; empty if it is no time. */
  String written(String milliseconds, boolean day) {
    if (!milliseconds.matches("-?\\d{1,15}")) {
      return "";
    }
    ZonedDateTime at = Instant.ofEpochMilli(Long.parseLong(milliseconds)).atZone(zone);
    return at.format(day || at.toLocalTime().equals(LocalTime.MIDNIGHT) ? DAY : MINUTE);
  }
}

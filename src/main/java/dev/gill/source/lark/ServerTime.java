package dev.gill.source.lark;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** The time that a server gives along with an answer, since two clocks seldom agree. */
final class ServerTime {
  private ServerTime() {}

  /** In seconds since 1970; our own time where the server gives none. */
  static long of(HttpHeaders headers, InstantSource clock) {
    try {
      return ZonedDateTime.parse(
              headers.firstValue("Date").orElse(""), DateTimeFormatter.RFC_1123_DATE_TIME)
          .toEpochSecond();
    } catch (DateTimeException e) {
      return clock.instant().getEpochSecond();
    }
  }
}

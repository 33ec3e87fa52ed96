package dev.gill.surface.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A time as a page shows it: for the machine, and for whoever has no script. */
record Moment(String iso, String text) {
  private static final DateTimeFormatter WORDS =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  static Moment of(Instant at) {
    return new Moment(at.toString(), WORDS.format(at));
  }
}

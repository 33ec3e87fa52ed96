package dev.gill.parse.mail;

import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Format;
import dev.gill.parse.charset.TextDecoder;

/** Calendars: each event in words. */
public final class Calendar implements Format {
  @Override
  public void read(byte[] bytes, CanonicalText text) {
    new CalendarEvents(text, true)
        .write(TextDecoder.lines(TextDecoder.decode(bytes, text.limits())));
  }
}

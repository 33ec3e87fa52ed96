package dev.gill.parse;

/** Calendars: each event in words. */
final class Calendar implements Format {
  @Override
  public void read(byte[] bytes, CanonicalText text) {
    new CalendarEvents(text, true)
        .write(TextDecoder.lines(TextDecoder.decode(bytes, text.limits())));
  }
}

package dev.gill.parse.mail;

import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Inline;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who wrote to whom, when and about what.
 *
 * @param subject null if there is none
 * @param author the names of whoever wrote it
 * @param from the same with their addresses
 */
record MailEnvelope(
    String subject,
    String author,
    String from,
    String to,
    String cc,
    Optional<OffsetDateTime> date) {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm '('xxx')'", Locale.ENGLISH);
  private static final Pattern OFFSET = Pattern.compile("([+-])(\\d{2})(\\d{2})(?!\\d)");
  private static final int MOST_HOURS = 18;

  void write(CanonicalText text, int level) {
    text.title(subject);
    text.heading(level, Inline.of(subject == null || subject.isBlank() ? "No subject" : subject));
    if (!author.isBlank()) {
      text.author(author);
    }
    line(text, "From", from);
    line(text, "To", to);
    line(text, "Cc", cc);
    if (date.isPresent()) {
      if (level == 1) {
        text.written(date.get().toInstant());
      }
      line(text, "Date", DATE.format(date.get()));
    }
  }

  private static void line(CanonicalText text, String name, String words) {
    if (!words.isBlank()) {
      text.paragraph(Inline.of(name + ": " + words));
    }
  }

  /** A name with its address. */
  static String full(String name, String address) {
    return name.equals(address) ? name : name + " (" + address + ")";
  }

  /** The time zone that a date in a mail's head names; UTC if none. */
  static ZoneOffset offset(String date) {
    Matcher offset = OFFSET.matcher(date);
    if (!offset.find() || Integer.parseInt(offset.group(2)) >= MOST_HOURS) {
      return ZoneOffset.UTC;
    }
    int minutes = Integer.parseInt(offset.group(2)) * 60 + Integer.parseInt(offset.group(3)) % 60;
    return ZoneOffset.ofTotalSeconds((offset.group(1).equals("-") ? -60 : 60) * minutes);
  }
}

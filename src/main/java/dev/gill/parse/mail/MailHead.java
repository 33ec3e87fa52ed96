package dev.gill.parse.mail;

import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Inline;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.address.Address;
import org.apache.james.mime4j.dom.address.AddressList;
import org.apache.james.mime4j.dom.address.Group;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.stream.Field;

/** Writes who wrote to whom, when and about what. */
final class MailHead {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm '('xxx')'", Locale.ENGLISH);
  private static final Pattern OFFSET = Pattern.compile("([+-])(\\d{2})(\\d{2})(?!\\d)");
  private static final int MOST_HOURS = 18;

  private MailHead() {}

  static void write(Message message, CanonicalText text, int level) {
    String subject = message.getSubject();
    text.title(subject);
    text.heading(level, Inline.of(subject == null || subject.isBlank() ? "No subject" : subject));
    if (message.getFrom() != null) {
      List<Mailbox> from = List.copyOf(message.getFrom());
      text.author(from.stream().map(MailHead::name).collect(Collectors.joining(", ")));
      line(text, "From", from.stream().map(MailHead::full).collect(Collectors.joining(", ")));
    }
    line(text, "To", names(message.getTo()));
    line(text, "Cc", names(message.getCc()));
    date(message).ifPresent(date -> date(date, text, level));
  }

  private static void date(OffsetDateTime date, CanonicalText text, int level) {
    if (level == 1) {
      text.written(date.toInstant());
    }
    line(text, "Date", DATE.format(date));
  }

  private static void line(CanonicalText text, String name, String words) {
    if (!words.isBlank()) {
      text.paragraph(Inline.of(name + ": " + words));
    }
  }

  private static String names(AddressList addresses) {
    return addresses == null
        ? ""
        : addresses.stream().map(MailHead::name).collect(Collectors.joining(", "));
  }

  private static String name(Address address) {
    return switch (address) {
      case Group group -> group.getName();
      case Mailbox mailbox ->
          mailbox.getName() == null || mailbox.getName().isBlank()
              ? mailbox.getAddress()
              : mailbox.getName();
      default -> address.toString();
    };
  }

  private static String full(Mailbox mailbox) {
    String name = name(mailbox);
    return name.equals(mailbox.getAddress()) ? name : name + " (" + mailbox.getAddress() + ")";
  }

  /** In the time zone of whoever wrote it. */
  private static Optional<OffsetDateTime> date(Message message) {
    if (message.getDate() == null) {
      return Optional.empty();
    }
    Instant instant = message.getDate().toInstant();
    return Optional.of(instant.atOffset(offset(message.getHeader().getField("Date"))));
  }

  private static ZoneOffset offset(Field field) {
    Matcher offset = OFFSET.matcher(field == null ? "" : field.getBody());
    if (!offset.find() || Integer.parseInt(offset.group(2)) >= MOST_HOURS) {
      return ZoneOffset.UTC;
    }
    int minutes = Integer.parseInt(offset.group(2)) * 60 + Integer.parseInt(offset.group(3)) % 60;
    return ZoneOffset.ofTotalSeconds((offset.group(1).equals("-") ? -60 : 60) * minutes);
  }
}

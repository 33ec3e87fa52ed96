package dev.gill.parse.mail;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.address.Address;
import org.apache.james.mime4j.dom.address.AddressList;
import org.apache.james.mime4j.dom.address.Group;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.stream.Field;

/** Reads who wrote to whom, when and about what. */
final class MailHead {
  private MailHead() {}

  /** What a mail says of itself. */
  static MailEnvelope of(Message message) {
    List<Mailbox> from = message.getFrom() == null ? List.of() : List.copyOf(message.getFrom());
    return new MailEnvelope(
        message.getSubject(),
        from.stream().map(MailHead::name).collect(Collectors.joining(", ")),
        from.stream().map(MailHead::full).collect(Collectors.joining(", ")),
        names(message.getTo()),
        names(message.getCc()),
        date(message));
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
    return MailEnvelope.full(name(mailbox), mailbox.getAddress());
  }

  /** In the time zone of whoever wrote it. */
  private static Optional<OffsetDateTime> date(Message message) {
    if (message.getDate() == null) {
      return Optional.empty();
    }
    Instant instant = message.getDate().toInstant();
    Field field = message.getHeader().getField("Date");
    return Optional.of(instant.atOffset(MailEnvelope.offset(field == null ? "" : field.getBody())));
  }
}

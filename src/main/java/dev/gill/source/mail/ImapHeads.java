package dev.gill.source.mail;

import dev.gill.source.mail.Head.Attached;
import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.angus.mail.imap.IMAPMessage;

/** Makes heads of what a server says of messages, without reading them. */
final class ImapHeads {
  private static final int DEEPEST = 20;

  private ImapHeads() {}

  static Head of(IMAPMessage message, String ref) throws MessagingException {
    List<Attached> attached = new ArrayList<>();
    try {
      walk(message, 0, attached);
    } catch (IOException | MessagingException | RuntimeException e) {
      attached.clear(); // a message whose parts the server cannot list has its text at least
    }
    return Heads.of(
        ref,
        new Heads.Fields(
            text(message.getMessageID()),
            text(message.getHeader("References", " ")),
            text(message.getHeader("In-Reply-To", " ")),
            text(message.getSubject())),
        people(message),
        instant(message.getSentDate()),
        instant(message.getReceivedDate()).orElse(Instant.EPOCH),
        Math.max(0, message.getSizeLong()),
        attached);
  }

  /** In the order in which {@link Mime} counts them. */
  private static void walk(Part part, int depth, List<Attached> attached)
      throws MessagingException, IOException {
    if (depth > DEEPEST) {
      return;
    }
    boolean aside = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
    String name = part.getFileName();
    boolean words = part.isMimeType("text/plain") || part.isMimeType("text/html");
    if (part.isMimeType("multipart/*")) {
      if (part.getContent() instanceof Multipart parts) {
        for (int i = 0; i < parts.getCount(); i++) {
          walk(parts.getBodyPart(i), depth + 1, attached);
        }
      }
    } else if ((aside || name != null) && !(words && !aside && name == null)) {
      int number = attached.size();
      attached.add(new Attached(number, name(part, name, number), Math.max(0, part.getSize())));
    }
  }

  private static String name(Part part, String written, int number) throws MessagingException {
    if (written == null || written.isBlank()) {
      return "attachment-" + (number + 1) + (part.isMimeType("message/rfc822") ? ".eml" : "");
    }
    try {
      return MimeUtility.decodeText(written);
    } catch (UnsupportedEncodingException e) {
      return written;
    }
  }

  private static Set<String> people(IMAPMessage message) {
    Set<String> people = new LinkedHashSet<>();
    try {
      add(message.getFrom(), people);
      add(message.getRecipients(RecipientType.TO), people);
    } catch (MessagingException e) {
      // An address that is none says nothing of who is meant.
    }
    return people;
  }

  private static void add(Address[] addresses, Set<String> people) {
    if (addresses != null) {
      for (Address each : addresses) {
        if (each instanceof InternetAddress mailbox && mailbox.getAddress() != null) {
          people.add(mailbox.getAddress().toLowerCase(Locale.ROOT));
        }
      }
    }
  }

  private static Optional<Instant> instant(Date date) {
    return Optional.ofNullable(date).map(Date::toInstant);
  }

  private static String text(String text) {
    return text == null ? "" : text;
  }
}

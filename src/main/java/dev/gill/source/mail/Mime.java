package dev.gill.source.mail;

import dev.gill.source.mail.Head.Attached;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.dom.address.MailboxList;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.message.DefaultMessageWriter;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;

/** A message taken apart: RFC 5322 and MIME. */
final class Mime {
  private static final int DEEPEST = 20;

  private final Message message;
  private final List<Entity> attached = new ArrayList<>();
  private Optional<Entity> plain = Optional.empty();
  private Optional<Entity> html = Optional.empty();

  private Mime(Message message) {
    this.message = message;
    walk(message, 0);
  }

  /**
   * Takes a message apart.
   *
   * @throws MessageException if it is none
   */
  static Mime of(byte[] bytes) throws MessageException {
    DefaultMessageBuilder builder = new DefaultMessageBuilder();
    builder.setMimeEntityConfig(
        MimeConfig.custom()
            .setMaxLineLen(-1)
            .setMaxHeaderCount(5000)
            .setMaxHeaderLen(1 << 17)
            .build());
    try {
      return new Mime(builder.parseMessage(new ByteArrayInputStream(bytes)));
    } catch (IOException | RuntimeException e) {
      throw new MessageException("It is no message that can be taken apart; save it anew.");
    }
  }

  private void walk(Entity part, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    String type = part.getMimeType().toLowerCase(Locale.ROOT);
    boolean aside = "attachment".equalsIgnoreCase(part.getDispositionType());
    if (part.getBody() instanceof Multipart parts) {
      parts.getBodyParts().forEach(each -> walk(each, depth + 1));
    } else if (!aside && type.equals("text/plain") && part.getFilename() == null) {
      plain = plain.or(() -> Optional.of(part));
    } else if (!aside && type.equals("text/html") && part.getFilename() == null) {
      html = html.or(() -> Optional.of(part));
    } else if (part.getFilename() != null || aside) {
      attached.add(part);
    }
  }

  /**
   * What is known of it before it is read.
   *
   * @param ref where it lies
   * @param received when it came, where it does not say when it was written
   */
  Head head(String ref, Instant received, long size) {
    List<Attached> files = new ArrayList<>();
    for (int i = 0; i < attached.size(); i++) {
      files.add(new Attached(i, name(attached.get(i), i), size));
    }
    return Heads.of(
        ref,
        new Heads.Fields(field("Message-ID"), field("References"), field("In-Reply-To"), subject()),
        people(),
        Optional.ofNullable(message.getDate()).map(date -> date.toInstant()),
        received,
        size,
        files);
  }

  private static String name(Entity part, int number) {
    String name = part.getFilename();
    boolean mail = part.getMimeType().toLowerCase(Locale.ROOT).equals("message/rfc822");
    return name == null || name.isBlank()
        ? "attachment-" + (number + 1) + (mail ? ".eml" : "")
        : name;
  }

  String subject() {
    return message.getSubject() == null ? "" : message.getSubject().strip();
  }

  /** The address that it was sent from, in lower case; empty if it names none. */
  String address() {
    MailboxList from = message.getFrom();
    return from == null || from.isEmpty()
        ? ""
        : from.get(0).getAddress().strip().toLowerCase(Locale.ROOT);
  }

  String author() {
    MailboxList from = message.getFrom();
    if (from == null || from.isEmpty()) {
      return "";
    }
    Mailbox first = from.get(0);
    return first.getName() == null || first.getName().isBlank()
        ? first.getLocalPart()
        : first.getName().strip();
  }

  /** What it says itself; where it was written as HTML and as plain text, the plain text. */
  String text() throws MessageException {
    boolean forwards = Threads.isForward(subject());
    String words = plain.isPresent() ? decoded(plain.get()).strip() : "";
    if (!words.isEmpty() || html.isEmpty()) {
      return Quotes.without(Flowed.lines(words, plain), forwards);
    }
    return Quotes.without(HtmlMessage.text(decoded(html.get()), forwards), forwards);
  }

  /** The bytes of a file that it carries; empty if there is none of that number. */
  Optional<byte[]> file(int number) throws MessageException {
    return number < attached.size() ? Optional.of(bytes(attached.get(number))) : Optional.empty();
  }

  private Set<String> people() {
    Set<String> people = new LinkedHashSet<>();
    if (message.getFrom() != null) {
      message.getFrom().forEach(each -> people.add(each.getAddress().toLowerCase(Locale.ROOT)));
    }
    if (message.getTo() != null) {
      message
          .getTo()
          .flatten()
          .forEach(each -> people.add(each.getAddress().toLowerCase(Locale.ROOT)));
    }
    return people;
  }

  private String field(String name) {
    Field field = message.getHeader().getField(name);
    return field == null || field.getBody() == null ? "" : field.getBody();
  }

  private static byte[] bytes(Entity part) throws MessageException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      switch (part.getBody()) {
        case SingleBody body -> body.writeTo(bytes);
        case Message inner -> new DefaultMessageWriter().writeMessage(inner, bytes);
        case null, default -> {}
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new MessageException("A part of it cannot be decoded; save it anew.");
    }
  }

  private static String decoded(Entity part) throws MessageException {
    byte[] bytes = bytes(part);
    String charset = part.getCharset();
    try {
      Charset named = charset == null ? StandardCharsets.UTF_8 : Charset.forName(charset);
      boolean plainAscii = named.equals(StandardCharsets.US_ASCII);
      return new String(bytes, plainAscii ? StandardCharsets.UTF_8 : named);
    } catch (IllegalArgumentException e) {
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}

package dev.gill.parse;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;

/** E-mails: the subject as heading, the text with what it quotes, the names of what is attached. */
final class Email implements Format {
  private static final int MOST_HEADERS = 5000;
  private static final int LONGEST_HEADER = 1 << 17;

  @Override
  public void read(byte[] bytes, CanonicalText text) throws IOException {
    DefaultMessageBuilder builder = new DefaultMessageBuilder();
    builder.setMimeEntityConfig(
        MimeConfig.custom()
            .setMaxLineLen(-1)
            .setMaxHeaderCount(MOST_HEADERS)
            .setMaxHeaderLen(LONGEST_HEADER)
            .setMaxContentLen(text.limits().inputBytes())
            .build());
    Message message = builder.parseMessage(new ByteArrayInputStream(bytes));
    if (message.getFrom() == null && message.getSubject() == null) {
      throw new IOException("neither sender nor subject");
    }
    try {
      message(message, text, 1);
    } finally {
      message.dispose();
    }
  }

  private static void message(Message message, CanonicalText text, int level) throws IOException {
    if (level > text.limits().depth()) {
      throw Refused.nested();
    }
    String subject = message.getSubject();
    text.title(subject);
    if (message.getFrom() != null) {
      text.author(message.getFrom().stream().map(Email::name).collect(Collectors.joining(", ")));
    }
    text.heading(level, Inline.of(subject == null || subject.isBlank() ? "No subject" : subject));
    List<String> attached = new ArrayList<>();
    part(message, text, level, attached);
    text.apart();
    for (String name : attached) {
      text.item(0, "-", Inline.of("Attachment: " + name));
    }
  }

  private static String name(Mailbox mailbox) {
    String name = mailbox.getName();
    return name == null || name.isBlank() ? mailbox.getAddress() : name;
  }

  private static void part(Entity part, CanonicalText text, int level, List<String> attached)
      throws IOException {
    boolean isAttached = "attachment".equalsIgnoreCase(part.getDispositionType());
    String name = part.getFilename();
    switch (part.getBody()) {
      case Multipart parts -> parts(parts, text, level, attached);
      case Message inner -> message(inner, text, level + 1);
      case TextBody body when !isAttached -> body(part, body, text);
      case null, default -> {
        if (name != null || isAttached) {
          attached.add(name == null || name.isBlank() ? part.getMimeType() : name);
        }
      }
    }
  }

  private static void parts(Multipart parts, CanonicalText text, int level, List<String> attached)
      throws IOException {
    if (parts.getSubType().toLowerCase(Locale.ROOT).equals("alternative")) {
      part(plainest(parts.getBodyParts(), text.limits()), text, level, attached);
      return;
    }
    for (Entity part : parts.getBodyParts()) {
      part(part, text, level, attached);
    }
  }

  /** The plain text holds what the HTML says, without the layout; an empty one says nothing. */
  private static Entity plainest(List<Entity> alternatives, Limits limits) throws IOException {
    for (Entity part : alternatives) {
      if ("text/plain".equals(part.getMimeType())
          && part.getBody() instanceof TextBody body
          && !decoded(part, body, limits).isBlank()) {
        return part;
      }
    }
    return alternatives.getLast();
  }

  private static void body(Entity part, TextBody body, CanonicalText text) throws IOException {
    String words = decoded(part, body, text.limits());
    if ("text/html".equals(part.getMimeType())) {
      new HtmlBlocks(text, 0).write(words);
    } else {
      new TextBlocks(text, 0).write(TextDecoder.lines(words));
    }
  }

  private static String decoded(Entity part, SingleBody body, Limits limits) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    body.writeTo(bytes);
    String charset = part.getCharset();
    boolean says = charset != null && !charset.equalsIgnoreCase("us-ascii");
    return TextDecoder.decode(bytes.toByteArray(), says ? charset : "", limits);
  }
}

package dev.gill.parse.mail;

import dev.gill.model.LeftOut;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.EnclosedFiles;
import dev.gill.parse.canonical.Refused;
import dev.gill.parse.canonical.TextBlocks;
import dev.gill.parse.html.HtmlBlocks;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.dom.TextBody;

/** Walks the parts of a mail and decides which of them are its text. */
final class MailParts {
  private static final Set<String> SIGNATURES =
      Set.of(
          "application/pkcs7-signature",
          "application/x-pkcs7-signature",
          "application/pgp-signature");
  private static final Set<String> ENCRYPTED =
      Set.of("application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted");

  private final CanonicalText text;
  private final EnclosedFiles files;
  private final MailAttachments attachments;
  private int level;
  private boolean invited;

  MailParts(CanonicalText text, EnclosedFiles files) {
    this.text = text;
    this.files = files;
    this.attachments = new MailAttachments(text, files);
  }

  /** Writes a mail below a heading of that level. */
  void message(Message message, int at) throws IOException {
    if (at > text.limits().depth()) {
      throw Refused.nested();
    }
    int outer = level;
    level = at;
    MailHead.of(message).write(text, at);
    part(message);
    attachments.write(at + 1);
    level = outer;
  }

  private void part(Entity part) throws IOException {
    String type = part.getMimeType().toLowerCase(Locale.ROOT);
    if (ENCRYPTED.contains(type)) {
      throw new Refused("The mail is encrypted; store it without encryption.");
    }
    switch (part.getBody()) {
      case Multipart parts when type.equals("multipart/alternative") -> alternatives(parts);
      case Multipart parts -> {
        for (Entity each : parts.getBodyParts()) {
          part(each);
        }
      }
      case Message inner -> new MailParts(text, files).message(inner, level + 1);
      case TextBody body when type.equals("text/calendar") -> invitation(part, body);
      case TextBody body when isText(part, type) -> body(part, body);
      case SingleBody body -> file(part, type, body);
      case null, default -> {}
    }
  }

  private static boolean isText(Entity part, String type) {
    boolean read = type.equals("text/plain") || type.equals("text/html");
    return read && !"attachment".equalsIgnoreCase(part.getDispositionType());
  }

  private void file(Entity part, String type, SingleBody body) throws IOException {
    if (SIGNATURES.contains(type)) {
      return;
    }
    String name = part.getFilename() == null ? "" : part.getFilename();
    boolean isAttached = "attachment".equalsIgnoreCase(part.getDispositionType());
    if (type.startsWith("image/") && !isAttached) {
      text.leftOut(LeftOut.Kind.PICTURE);
    } else if (name.isBlank() && !isAttached && type.startsWith("message/")) {
      text.leftOut(LeftOut.Kind.OBJECT);
    } else if (!(invited && name.toLowerCase(Locale.ROOT).endsWith(".ics"))) {
      attachments.add(name, type, MailText.bytes(body));
    }
  }

  /** Writes the part that says most, and an invitation besides. */
  private void alternatives(Multipart parts) throws IOException {
    List<Entity> all = parts.getBodyParts();
    Entity chosen = null;
    Entity calendar = null;
    for (Entity part : all) {
      if ("text/calendar".equals(part.getMimeType())) {
        calendar = part;
      } else if (chosen == null || saysMore(part, chosen)) {
        chosen = part;
      }
    }
    int before = text.size();
    if (chosen != null) {
      part(chosen);
    }
    if (calendar != null && calendar.getBody() instanceof TextBody body) {
      invitation(calendar, body, text.size() == before);
    }
  }

  private boolean saysMore(Entity later, Entity earlier) throws IOException {
    return MailText.saysMore(words(later, 0), words(earlier, 0));
  }

  /** What a part says, for comparison. */
  private String words(Entity part, int depth) throws IOException {
    if (depth > text.limits().depth()) {
      throw Refused.nested();
    }
    if (part.getBody() instanceof TextBody body) {
      String decoded = MailText.decoded(part, body, text.limits());
      return "text/html".equals(part.getMimeType()) ? HtmlBlocks.parse(decoded).text() : decoded;
    }
    StringBuilder words = new StringBuilder();
    if (part.getBody() instanceof Multipart parts) {
      for (Entity each : parts.getBodyParts()) {
        words.append(words(each, depth + 1)).append('\n');
      }
    }
    return words.toString();
  }

  private void invitation(Entity part, TextBody body) throws IOException {
    invitation(part, body, true);
  }

  private void invitation(Entity part, TextBody body, boolean described) throws IOException {
    invited = true;
    new CalendarEvents(text, described)
        .write(MailText.decoded(part, body, text.limits()).lines().toList());
  }

  private void body(Entity part, TextBody body) throws IOException {
    String words = MailText.decoded(part, body, text.limits());
    if ("text/html".equals(part.getMimeType())) {
      new HtmlBlocks(text, 0).write(words);
    } else {
      new TextBlocks(text, 0).write(MailText.lines(part, words));
    }
  }
}

package dev.gill.source.mail;

import dev.gill.model.Content;
import dev.gill.model.Dated;
import dev.gill.model.DocId;
import dev.gill.model.Message;
import dev.gill.model.Origin;
import dev.gill.source.Change;
import dev.gill.source.LinkTemplate;
import dev.gill.source.SourceException;
import dev.gill.source.sweep.Seen;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads threads and what they carry. */
final class MailReader {
  private final MailSettings settings;
  private final MailStore store;
  private final LinkTemplate link;

  MailReader(MailSettings settings, MailStore store) {
    this.settings = settings;
    this.store = store;
    this.link = new LinkTemplate(settings.link(), Set.of("id", "folder"));
  }

  /** One broken message is left out of its thread; a thread of broken ones cannot be read. */
  Seen read(String key, Conversations.Thread thread) throws SourceException, InterruptedException {
    List<Message> messages = new ArrayList<>();
    Optional<String> trouble = Optional.empty();
    String subject = "";
    for (Head head : thread.messages()) {
      try {
        Optional<byte[]> bytes = bytes(thread.folder(), head);
        if (bytes.isPresent()) {
          Mime mime = Mime.of(bytes.get());
          boolean leftOut = settings.optedOut(mime.address());
          subject = subject.isEmpty() && !leftOut ? Threads.subject(mime.subject()) : subject;
          messages.add(
              leftOut
                  ? Message.leftOut(head.id(), head.at(), mime.text())
                  : message(thread.folder(), head, mime));
        }
      } catch (MessageException e) {
        trouble = trouble.or(() -> Optional.of(e.getMessage()));
      }
    }
    if (messages.isEmpty()) {
      return trouble.<Seen>map(Seen.Unreadable::new).orElseGet(Seen.Gone::new);
    }
    if (messages.stream().allMatch(Message::isLeftOut)) {
      return new Seen.Gone();
    }
    return whole(key, thread.folder(), subject.isEmpty() ? "No subject" : subject, messages);
  }

  private Seen whole(String key, String folder, String title, List<Message> messages) {
    if (messages.stream().allMatch(message -> message.text().isBlank())) {
      messages.set(0, saying(messages.getFirst(), title));
    }
    Message first = messages.getFirst();
    Origin origin =
        new Origin(first.link(), title, first.author(), messages.getLast().at(), Dated.MESSAGE);
    return new Seen.Whole(
        new Change.Upserted(
            new DocId(settings.id(), key),
            digest((title + "\n" + messages).getBytes(StandardCharsets.UTF_8)),
            origin,
            settings.scope(folder),
            new Content.Conversation(messages)));
  }

  /** A file that a message carries. */
  Seen read(String key, Conversations.File file) throws SourceException, InterruptedException {
    try {
      Optional<byte[]> bytes = bytes(file.folder(), file.message());
      if (bytes.isEmpty()) {
        return new Seen.Gone();
      }
      Mime mime = Mime.of(bytes.get());
      Optional<byte[]> content = mime.file(file.attached().number());
      if (content.isEmpty() || settings.optedOut(mime.address())) {
        return new Seen.Gone();
      }
      String name = file.attached().name();
      Origin origin =
          new Origin(
              link(file.folder(), file.message()),
              name,
              mime.author(),
              file.message().at(),
              Dated.MESSAGE);
      return new Seen.Whole(
          new Change.Upserted(
              new DocId(settings.id(), key),
              digest(content.get()),
              origin,
              settings.scope(file.folder()),
              Content.file(name, content.get())));
    } catch (MessageException e) {
      return new Seen.Unreadable(e.getMessage());
    }
  }

  private Optional<byte[]> bytes(String folder, Head head)
      throws SourceException, MessageException, InterruptedException {
    if (head.size() > settings.maxBytes()) {
      throw new MessageException(
          String.format(
              Locale.ROOT,
              "It is of %.1f MiB, more than the %.1f MiB that are read: raise max-bytes.",
              head.size() / (double) (1 << 20),
              settings.maxBytes() / (double) (1 << 20)));
    }
    return store.read(folder, head);
  }

  private Message message(String folder, Head head, Mime mime) throws MessageException {
    Optional<String> answered =
        head.references().isEmpty() ? Optional.empty() : Optional.of(head.references().getLast());
    return new Message(
        head.id(), mime.author(), head.at(), link(folder, head), mime.text(), answered);
  }

  private static Message saying(Message message, String text) {
    return new Message(
        message.id(), message.author(), message.at(), message.link(), text, message.replyTo());
  }

  /** As configured, or the address by which mail programs find a message that they hold. */
  String link(String folder, Head head) {
    return settings.link().isEmpty()
        ? "message:%3C"
            + URLEncoder.encode(head.id(), StandardCharsets.UTF_8).replace("+", "%20")
            + "%3E"
        : link.fill(Map.of("id", head.id(), "folder", folder));
  }

  private static String digest(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return "sha256:" + HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

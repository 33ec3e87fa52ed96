package dev.gill.parse.text;

import dev.gill.model.Message;
import dev.gill.model.Place;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.TextBlocks;
import dev.gill.parse.charset.TextDecoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes what was said in a conversation, each message under the name of who said it. */
public final class ConversationWriter {
  private static final String FENCE = "```";
  private static final String UNKNOWN = "Unknown";

  private final CanonicalText text;
  private final Map<String, Message> byId = new HashMap<>();
  private Message previous;

  public ConversationWriter(CanonicalText text) {
    this.text = text;
    text.flat();
  }

  public void write(List<Message> messages) {
    messages.forEach(message -> byId.put(message.id(), message));
    for (Message message : messages) {
      if (!message.text().isBlank()) {
        text.at(new Place.Message(message.link(), message.author(), message.at()));
        text.byline(byline(message));
        body(TextDecoder.lines(message.text()));
        previous = message;
      }
    }
  }

  /** A reply that does not stand right below what it answers says whom it answers. */
  private String byline(Message message) {
    String author = name(message);
    Message answered = message.replyTo().map(byId::get).orElse(null);
    boolean elsewhere = answered != null && answered != previous && answered != message;
    return elsewhere ? "%s, to %s:".formatted(author, name(answered)) : author + ":";
  }

  private static String name(Message message) {
    return message.author().isBlank() ? UNKNOWN : message.author();
  }

  private void body(List<String> lines) {
    List<String> part = new ArrayList<>();
    boolean code = false;
    String language = "";
    for (String line : lines) {
      if (line.strip().startsWith(FENCE)) {
        part(part, code, language);
        part.clear();
        language = line.strip().substring(FENCE.length()).strip();
        code = !code;
      } else {
        part.add(line);
      }
    }
    part(part, code, language);
  }

  private void part(List<String> lines, boolean code, String language) {
    if (code) {
      text.code(language, lines, 0);
    } else {
      new TextBlocks(text, 0).write(lines);
    }
  }
}

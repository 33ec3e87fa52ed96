package dev.gill.surface.lark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gill.model.Language;
import dev.gill.surface.chat.Action;
import dev.gill.surface.chat.Backroom;
import dev.gill.surface.chat.ChatException;
import dev.gill.surface.chat.Desk;
import dev.gill.surface.chat.Press;
import dev.gill.surface.chat.Spot;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Has done what an event asks for, and returns before it is. In a group Gill speaks only where it
 * is mentioned.
 */
final class LarkCalls {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int REMEMBERED = 10_000;

  private final Desk desk;
  private final LarkRoster roster;
  private final Backroom backroom;
  private final Map<String, Boolean> taken =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > REMEMBERED;
        }
      };

  LarkCalls(Desk desk, LarkRoster roster, Backroom backroom) {
    this.desk = desk;
    this.roster = roster;
    this.backroom = backroom;
  }

  /** Takes an event in, decrypted. */
  void event(JsonNode plain) {
    switch (plain.path("header").path("event_type").asText()) {
      case "im.message.receive_v1" -> message(plain.path("event"));
      case "card.action.trigger" -> pressed(plain.path("event"));
      default -> {}
    }
  }

  private void message(JsonNode event) {
    JsonNode message = event.path("message");
    String user = event.at("/sender/sender_id/open_id").asText();
    String id = message.path("message_id").asText();
    String chat = message.path("chat_id").asText();
    boolean person = event.at("/sender/sender_type").asText("user").equals("user");
    if (!person || user.isEmpty() || id.isEmpty() || chat.isEmpty() || !first(id)) {
      return;
    }
    Optional<String> root = text(message, "root_id");
    boolean topic = text(message, "thread_id").isPresent();
    Optional<String> ticket = Optional.of((topic ? LarkSpeaker.TOPIC : LarkSpeaker.MESSAGE) + id);
    boolean direct = message.path("chat_type").asText().equals("p2p");
    Spot spot = new Spot(chat, direct ? root : root.or(() -> Optional.of(id)), ticket);
    take(
        user,
        spot,
        () -> {
          if (direct || mentionsGill(message)) {
            answer(user, spot, question(message), direct, root.isPresent());
          }
        });
  }

  private void answer(String user, Spot spot, String question, boolean direct, boolean follows)
      throws ChatException, InterruptedException {
    if (!question.isBlank()) {
      roster.speaks(user, Language.of(question).code());
    }
    if (direct) {
      desk.direct(user, spot, question);
    } else {
      desk.aloud(user, spot, question, follows);
    }
  }

  private boolean mentionsGill(JsonNode message) throws ChatException, InterruptedException {
    String bot = roster.bot();
    for (JsonNode mention : message.path("mentions")) {
      if (!bot.isEmpty() && mention.path("id").path("open_id").asText().equals(bot)) {
        return true;
      }
    }
    return false;
  }

  /** Mentions of the bot are left out, those of others read as names. */
  private String question(JsonNode message) throws ChatException, InterruptedException {
    String text = text(message);
    for (JsonNode mention : message.path("mentions")) {
      boolean own = mention.path("id").path("open_id").asText().equals(roster.bot());
      String key = mention.path("key").asText();
      if (!key.isEmpty()) {
        text = text.replace(key, own ? " " : "@" + mention.path("name").asText());
      }
    }
    return text.strip().replaceAll("^[:,：，]\\s*", "");
  }

  private static String text(JsonNode message) {
    try {
      JsonNode content = JSON.readTree(message.path("content").asText());
      return switch (message.path("message_type").asText()) {
        case "text" -> content.path("text").asText();
        case "post" -> post(content);
        default -> "";
      };
    } catch (IOException e) {
      return "";
    }
  }

  /** The words of a message that is written in paragraphs. */
  private static String post(JsonNode content) {
    StringBuilder words = new StringBuilder(content.path("title").asText());
    for (JsonNode paragraph : content.path("content")) {
      words.append(words.isEmpty() ? "" : "\n");
      for (JsonNode run : paragraph) {
        words.append(
            run.path("tag").asText().equals("at")
                ? run.path("user_id").asText()
                : run.path("text").asText());
      }
    }
    return words.toString();
  }

  private void pressed(JsonNode event) {
    String user = event.at("/operator/open_id").asText();
    JsonNode value = event.at("/action/value");
    Optional<Action> action = Action.of(value.path("action").asText());
    if (user.isEmpty() || action.isEmpty()) {
      return;
    }
    Spot spot =
        new Spot(
            event.at("/context/open_chat_id").asText(),
            Optional.empty(),
            text(event, "token").map(token -> LarkSpeaker.CARD + token));
    Press press = new Press(user, spot, action.get(), value.path("value").asText());
    take(user, spot, () -> desk.pressed(press));
  }

  private void take(String user, Spot spot, Backroom.Task task) {
    if (!backroom.take(user, task, () -> desk.excuse(user, spot, false))) {
      backroom.aside(() -> desk.excuse(user, spot, true));
    }
  }

  private synchronized boolean first(String message) {
    return taken.put(message, true) == null;
  }

  private static Optional<String> text(JsonNode node, String field) {
    return Optional.of(node.path(field).asText()).filter(text -> !text.isEmpty());
  }
}

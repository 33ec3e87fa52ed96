package dev.gill.surface.slack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gill.surface.chat.Action;
import dev.gill.surface.chat.Backroom;
import dev.gill.surface.chat.Desk;
import dev.gill.surface.chat.Press;
import dev.gill.surface.chat.Spot;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Has done what an event, a command or a button asks for, and returns before it is. Gill speaks
 * only when it is called: by its command, by a mention, or in a direct message.
 */
final class SlackCalls {
  private static final int REMEMBERED = 10_000;

  private final Desk desk;
  private final SlackRoster roster;
  private final SlackSpeaker speaker;
  private final ResponseUrls addresses;
  private final Backroom backroom;
  private final Map<String, Boolean> taken =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > REMEMBERED;
        }
      };

  SlackCalls(
      Desk desk,
      SlackRoster roster,
      SlackSpeaker speaker,
      ResponseUrls addresses,
      Backroom backroom) {
    this.desk = desk;
    this.roster = roster;
    this.speaker = speaker;
    this.addresses = addresses;
    this.backroom = backroom;
  }

  /** Slack sends an event again if no acknowledgement reached it; each is answered once. */
  void event(JsonNode envelope) {
    JsonNode event = envelope.path("event");
    String id = envelope.path("event_id").asText();
    if (!id.isEmpty() && !first("event " + id)) {
      return;
    }
    switch (event.path("type").asText()) {
      case "app_mention" -> mention(event);
      case "message" -> direct(event);
      case "app_home_opened" -> home(event);
      default -> {}
    }
  }

  private void mention(JsonNode event) {
    if (isSomebodys(event) && !isDirect(event)) {
      String own = event.path("ts").asText();
      Optional<String> thread = text(event, "thread_ts");
      Spot spot =
          new Spot(event.path("channel").asText(), thread.or(() -> Optional.of(own)), none());
      ask(event, spot, question -> desk.aloud(user(event), spot, question, thread.isPresent()));
    }
  }

  private void direct(JsonNode event) {
    if (isSomebodys(event) && isDirect(event)) {
      Spot spot = new Spot(event.path("channel").asText(), text(event, "thread_ts"), none());
      ask(event, spot, question -> desk.direct(user(event), spot, question));
    }
  }

  /** What does something with a question. */
  @FunctionalInterface
  private interface Asking {
    void ask(String question) throws Exception;
  }

  private void ask(JsonNode event, Spot spot, Asking asking) {
    String message = "message %s %s".formatted(spot.channel(), event.path("ts").asText());
    if (first(message)) {
      take(
          user(event),
          spot,
          () -> asking.ask(Mentions.question(event.path("text").asText(), roster.self().user())));
    }
  }

  private void home(JsonNode event) {
    String user = user(event);
    if (event.path("tab").asText().equals("home") && !user.isEmpty()) {
      backroom.take(user, () -> speaker.home(user, desk.home(user)), () -> {});
    }
  }

  /** A slash command. */
  void command(Map<String, String> form) {
    String user = form.getOrDefault("user_id", "");
    String channel = form.getOrDefault("channel_id", "");
    Optional<String> address = Optional.ofNullable(form.get("response_url"));
    if (user.isEmpty() || channel.isEmpty()) {
      return;
    }
    address.ifPresent(addresses::came);
    Spot spot = new Spot(channel, Optional.empty(), address);
    String asked = Mentions.question(form.getOrDefault("text", ""), "");
    take(user, spot, () -> desk.aside(user, spot, asked, !channel.startsWith("D")));
  }

  /** A button was pressed. */
  void interaction(JsonNode payload) {
    String user = payload.path("user").path("id").asText();
    if (!payload.path("type").asText().equals("block_actions") || user.isEmpty()) {
      return;
    }
    JsonNode container = payload.path("container");
    Optional<String> address = text(payload, "response_url");
    address.ifPresent(addresses::came);
    Optional<String> thread =
        text(container, "thread_ts").or(() -> text(payload.path("message"), "thread_ts"));
    String channel =
        payload.path("channel").path("id").asText(container.path("channel_id").asText(""));
    Spot spot = new Spot(channel, thread, address);
    for (JsonNode pressed : payload.path("actions")) {
      Action.of(pressed.path("action_id").asText())
          .map(action -> new Press(user, spot, action, pressed.path("value").asText()))
          .ifPresent(press -> take(user, spot, () -> desk.pressed(press)));
    }
  }

  private void take(String user, Spot spot, Backroom.Task task) {
    if (!backroom.take(user, task, () -> desk.excuse(user, spot, false))) {
      backroom.aside(() -> desk.excuse(user, spot, true));
    }
  }

  private synchronized boolean first(String what) {
    return taken.put(what, true) == null;
  }

  /** Not a program's, and not an edit, a join or the like. */
  private static boolean isSomebodys(JsonNode event) {
    return !user(event).isEmpty()
        && !event.has("bot_id")
        && !event.has("subtype")
        && !event.has("hidden")
        && !event.path("ts").asText().isEmpty()
        && !event.path("channel").asText().isEmpty();
  }

  private static boolean isDirect(JsonNode event) {
    return event.path("channel_type").asText().equals("im")
        || event.path("channel").asText().startsWith("D");
  }

  private static String user(JsonNode event) {
    return event.path("user").asText();
  }

  private static Optional<String> text(JsonNode node, String field) {
    return Optional.of(node.path(field).asText()).filter(text -> !text.isEmpty());
  }

  private static Optional<String> none() {
    return Optional.empty();
  }
}

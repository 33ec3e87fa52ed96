package dev.gill.surface.dingtalk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gill.ledger.AskedOn;
import dev.gill.model.Language;
import dev.gill.surface.chat.Backroom;
import dev.gill.surface.chat.ChatParts;
import dev.gill.surface.chat.Desk;
import dev.gill.surface.chat.Spot;
import java.time.InstantSource;
import java.util.Optional;

/** Gill as a robot of DingTalk, or none where that is not configured. */
public final class DingTalkSurface implements AutoCloseable {
  private record Running(
      DingTalkRequests requests, Desk desk, DingTalkRoster roster, Backroom backroom) {}

  private final Optional<Running> running;

  private DingTalkSurface(Optional<Running> running) {
    this.running = running;
  }

  /** Where nothing is configured: nothing runs, and there is nothing at its address. */
  public static DingTalkSurface off() {
    return new DingTalkSurface(Optional.empty());
  }

  /** As it is configured. */
  public static DingTalkSurface of(
      DingTalkSettings settings, ChatParts parts, InstantSource clock) {
    DingTalkApi api = new DingTalkApi(settings, clock);
    DingTalkRoster roster = new DingTalkRoster(api, clock);
    Desk desk = new Desk(parts, AskedOn.DINGTALK, roster, new DingTalkSpeaker(api));
    DingTalkRequests requests = new DingTalkRequests(settings.appSecret(), clock);
    return new DingTalkSurface(Optional.of(new Running(requests, desk, roster, new Backroom())));
  }

  /** Takes a request in and returns the status at once; what it asks for is done behind. */
  int take(String millis, String sign, byte[] body) {
    if (running.isEmpty()) {
      return 404;
    }
    return switch (running.get().requests().read(millis, sign, body)) {
      case DingTalkRequests.Request.Refused() -> 401;
      case DingTalkRequests.Request.Unreadable() -> 400;
      case DingTalkRequests.Request.Repeated() -> 200;
      case DingTalkRequests.Request.Message(JsonNode sent) -> {
        message(running.get(), sent);
        yield 200;
      }
    };
  }

  private static void message(Running gill, JsonNode sent) {
    String staff = sent.path("senderStaffId").asText();
    String person = staff.isEmpty() ? sent.path("senderId").asText() : staff;
    boolean alone = sent.path("conversationType").asText().equals("1");
    String conversation = sent.path("conversationId").asText();
    if (person.isEmpty() || conversation.isEmpty()) {
      return;
    }
    Spot spot =
        new Spot(
            (alone ? DingTalkSpeaker.ALONE : "") + conversation,
            Optional.empty(),
            Optional.of(sent.path("sessionWebhook").asText()));
    String question = sent.path("text").path("content").asText().strip();
    if (!question.isBlank()) {
      gill.roster().speaks(person, Language.of(question).code());
    }
    Backroom.Task task =
        () -> {
          if (alone) {
            gill.desk().direct(person, spot, question);
          } else {
            gill.desk().aloud(person, spot, question, true);
          }
        };
    if (!gill.backroom().take(person, task, () -> gill.desk().excuse(person, spot, false))) {
      gill.backroom().aside(() -> gill.desk().excuse(person, spot, true));
    }
  }

  @Override
  public void close() {
    running.ifPresent(each -> each.backroom().close());
  }
}

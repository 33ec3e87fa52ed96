package dev.gill.surface.lark;

import dev.gill.ledger.AskedOn;
import dev.gill.surface.chat.Backroom;
import dev.gill.surface.chat.ChatParts;
import dev.gill.surface.chat.Desk;
import dev.gill.surface.signing.LarkRequests;
import java.time.InstantSource;
import java.util.Optional;

/** Gill as an app of Lark or Feishu, or none where that is not configured. */
public final class LarkSurface implements AutoCloseable {
  private record Running(LarkRequests requests, LarkCalls calls, Backroom backroom) {}

  private final Optional<Running> running;

  private LarkSurface(Optional<Running> running) {
    this.running = running;
  }

  /** Where nothing is configured: nothing runs, and there is nothing at its address. */
  public static LarkSurface off() {
    return new LarkSurface(Optional.empty());
  }

  /** As it is configured. */
  public static LarkSurface of(LarkSurfaceSettings settings, ChatParts parts, InstantSource clock) {
    LarkApi api = new LarkApi(settings, clock);
    LarkRoster roster = new LarkRoster(api, settings.realm(), clock);
    Desk desk = new Desk(parts, AskedOn.LARK, roster, new LarkSpeaker(api));
    Backroom backroom = new Backroom();
    LarkRequests requests =
        new LarkRequests(settings.encryptKey(), settings.verificationToken(), clock);
    return new LarkSurface(
        Optional.of(new Running(requests, new LarkCalls(desk, roster, backroom), backroom)));
  }

  /** What is to be answered with. */
  record Reply(int status, Optional<String> challenge) {}

  /** Takes a request in and returns at once; what it asks for is done behind. */
  Reply take(LarkRequests.Signed signed, byte[] body) {
    if (running.isEmpty()) {
      return new Reply(404, Optional.empty());
    }
    return switch (running.get().requests().take(signed, body)) {
      case LarkRequests.Outcome.Refused() -> new Reply(401, Optional.empty());
      case LarkRequests.Outcome.Challenge(String word) -> new Reply(200, Optional.of(word));
      case LarkRequests.Outcome.Repeated() -> new Reply(200, Optional.empty());
      case LarkRequests.Outcome.Event(var plain) -> {
        running.get().calls().event(plain);
        yield new Reply(200, Optional.empty());
      }
    };
  }

  @Override
  public void close() {
    running.ifPresent(each -> each.backroom().close());
  }
}

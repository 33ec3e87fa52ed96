package dev.gill.surface.slack;

import dev.gill.ledger.AskedOn;
import dev.gill.surface.chat.Backroom;
import dev.gill.surface.chat.ChatParts;
import dev.gill.surface.chat.Desk;
import java.time.InstantSource;
import java.util.Optional;

/** Gill as an app of a Slack workspace, or none where that is not configured. */
public final class SlackSurface implements AutoCloseable {
  private final Optional<SlackRequests> requests;
  private final Optional<SlackCalls> calls;
  private final Optional<Backroom> backroom;
  private final Optional<SocketMode> socket;

  private SlackSurface(
      Optional<SlackRequests> requests,
      Optional<SlackCalls> calls,
      Optional<Backroom> backroom,
      Optional<SocketMode> socket) {
    this.requests = requests;
    this.calls = calls;
    this.backroom = backroom;
    this.socket = socket;
  }

  /** Where nothing is configured: nothing runs, and there is nothing at its address. */
  public static SlackSurface off() {
    return new SlackSurface(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** As it is configured. */
  public static SlackSurface of(SlackSettings settings, ChatParts parts, InstantSource clock) {
    SlackApi api = new SdkSlack(settings);
    ResponseUrls addresses = new ResponseUrls(settings.api(), clock);
    SlackRoster roster = new SlackRoster(api, settings.realm(), clock);
    SlackSpeaker speaker = new SlackSpeaker(api, addresses);
    Desk desk = new Desk(parts, AskedOn.SLACK, roster, speaker);
    Backroom backroom = new Backroom();
    SlackCalls calls = new SlackCalls(desk, roster, speaker, addresses, backroom);
    return new SlackSurface(
        settings.signingSecret().map(secret -> new SlackRequests(secret, clock)),
        Optional.of(calls),
        Optional.of(backroom),
        settings.appToken().map(token -> new SocketMode(settings, token, calls)));
  }

  /** Opens Socket Mode where it is configured; goes on trying if Slack does not answer. */
  public void start() {
    socket.ifPresent(SocketMode::start);
  }

  /** What is to be answered with. */
  record Reply(int status, String body) {}

  /** Takes a request in and returns at once; what it asks for is done behind. */
  Reply take(String seconds, String signature, byte[] body) {
    if (requests.isEmpty()) {
      return new Reply(404, "");
    }
    SlackCalls caller = calls.orElseThrow();
    return switch (requests.get().read(seconds, signature, body)) {
      case SlackRequests.Request.Refused() -> new Reply(401, "");
      case SlackRequests.Request.Unreadable() -> new Reply(400, "");
      case SlackRequests.Request.Challenge(String word) -> new Reply(200, word);
      case SlackRequests.Request.Nothing() -> new Reply(200, "");
      case SlackRequests.Request.Event(var envelope) -> {
        caller.event(envelope);
        yield new Reply(200, "");
      }
      case SlackRequests.Request.Command(var form) -> {
        caller.command(form);
        yield new Reply(200, "");
      }
      case SlackRequests.Request.Interaction(var payload) -> {
        caller.interaction(payload);
        yield new Reply(200, "");
      }
    };
  }

  @Override
  public void close() {
    socket.ifPresent(SocketMode::close);
    backroom.ifPresent(Backroom::close);
  }
}

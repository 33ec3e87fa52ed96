package dev.gill.surface.rest;

import dev.gill.model.SourceId;
import dev.gill.surface.signing.LarkRequests;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Takes Lark's events for "look now". A hook's secret is the app's Encrypt Key. */
public final class LarkHooks {
  private final Map<SourceId, LarkRequests> apps = new HashMap<>();
  private final BiConsumer<SourceId, byte[]> carried;
  private final LookPace pace;

  /**
   * @param keys of the sources that have a hook
   * @param tokens the Verification Tokens of those of which it is known
   * @param carried is handed what each event says, in plain JSON
   */
  public LarkHooks(
      Map<SourceId, String> keys,
      Map<SourceId, String> tokens,
      BiConsumer<SourceId, byte[]> carried,
      LookPace pace,
      InstantSource clock) {
    keys.forEach(
        (source, key) ->
            apps.put(
                source, new LarkRequests(key, Optional.ofNullable(tokens.get(source)), clock)));
    this.carried = carried;
    this.pace = pace;
  }

  /** What came of a request. */
  sealed interface Outcome {
    /** It is nothing of Lark's, or comes too late. */
    record Refused() implements Outcome {}

    /** The source is looked at, or was when the same event came first. */
    record Taken() implements Outcome {}

    /** This word is to be answered with. */
    record Challenge(String word) implements Outcome {}
  }

  /** Takes a request in. */
  Outcome take(SourceId source, LarkRequests.Signed signed, byte[] body) {
    LarkRequests app = apps.get(source);
    LarkRequests.Outcome outcome =
        app == null ? new LarkRequests.Outcome.Refused() : app.take(signed, body);
    return switch (outcome) {
      case LarkRequests.Outcome.Refused() -> new Outcome.Refused();
      case LarkRequests.Outcome.Challenge(String word) -> new Outcome.Challenge(word);
      case LarkRequests.Outcome.Repeated() -> new Outcome.Taken();
      case LarkRequests.Outcome.Event(var plain) -> {
        carried.accept(source, plain.toString().getBytes(StandardCharsets.UTF_8));
        pace.look(source);
        yield new Outcome.Taken();
      }
    };
  }
}

package dev.gill.surface.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gill.model.SourceId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Takes Lark's events for "look now". A hook's secret is the app's Encrypt Key: what is not
 * encrypted with it counts for nothing. An event is signed as well, no older than five minutes, and
 * taken once. A challenge, by which Lark finds out who answers, needs no signature, but may not
 * bear a wrong one.
 */
public final class LarkHooks {
  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final int REMEMBERED = 10_000;
  private static final int LONGEST_CHALLENGE = 200;
  private static final Outcome REFUSED = new Outcome.Refused();

  private final Map<SourceId, String> keys;
  private final Map<SourceId, String> tokens;
  private final BiConsumer<SourceId, byte[]> carried;
  private final LookPace pace;
  private final InstantSource clock;
  private final Map<String, Boolean> seen =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > REMEMBERED;
        }
      };

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
    this.keys = new HashMap<>(keys);
    this.tokens = new HashMap<>(tokens);
    this.carried = carried;
    this.pace = pace;
    this.clock = clock;
  }

  /** What came of a request. */
  sealed interface Outcome {
    /** It is nothing of Lark's, or comes too late. */
    record Refused() implements Outcome {}

    /** The source is looked at. */
    record Taken() implements Outcome {}

    /** This word is to be answered with. */
    record Challenge(String word) implements Outcome {}
  }

  /** What a request says of itself in its headers; each may be missing. */
  record Signed(Optional<String> timestamp, Optional<String> nonce, Optional<String> signature) {}

  /** Takes a request in. */
  Outcome take(SourceId source, Signed signed, byte[] body) {
    String key = keys.get(source);
    Optional<JsonNode> plain =
        key == null ? Optional.empty() : LarkCipher.plain(key, body).filter(p -> ours(source, p));
    if (plain.isEmpty()) {
      return REFUSED;
    }
    boolean right = holds(key, signed, body);
    if (plain.get().path("type").asText().equals("url_verification")) {
      String word = plain.get().path("challenge").asText();
      boolean fits = !word.isEmpty() && word.length() <= LONGEST_CHALLENGE;
      boolean proved = right || signed.signature().isEmpty();
      return fits && proved ? new Outcome.Challenge(word) : REFUSED;
    }
    if (!right || !first(source, "signature " + signed.signature().orElseThrow())) {
      return REFUSED;
    }
    String event = plain.get().path("header").path("event_id").asText();
    if (event.isEmpty() || first(source, "event " + event)) {
      carried.accept(source, plain.get().toString().getBytes(StandardCharsets.UTF_8));
      pace.look(source); // the same event, sent again because no answer reached Lark, is known
    }
    return new Outcome.Taken();
  }

  private boolean ours(SourceId source, JsonNode plain) {
    String token = tokens.get(source);
    String offered = plain.path("header").path("token").asText(plain.path("token").asText());
    return token == null || same(token, offered);
  }

  private boolean holds(String key, Signed signed, byte[] body) {
    if (signed.timestamp().isEmpty() || signed.nonce().isEmpty() || signed.signature().isEmpty()) {
      return false;
    }
    String timestamp = signed.timestamp().get();
    return same(
            LarkCipher.signature(timestamp, signed.nonce().get(), key, body),
            signed.signature().get())
        && fresh(timestamp);
  }

  private boolean fresh(String timestamp) {
    if (!timestamp.matches("\\d{1,12}")) {
      return false;
    }
    Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
    return Duration.between(sent, clock.instant()).abs().compareTo(WINDOW) <= 0;
  }

  private synchronized boolean first(SourceId source, String what) {
    return seen.put(source + " " + what, true) == null;
  }

  /** In a time that does not say how much of it is right. */
  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}

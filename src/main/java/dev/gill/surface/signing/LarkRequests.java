package dev.gill.surface.signing;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Takes what Lark sends to one app. What is not encrypted with the app's Encrypt Key counts for
 * nothing. An event is signed as well, no older than five minutes, and taken once. A challenge, by
 * which Lark finds out who answers, needs no signature, but may not bear a wrong one.
 */
public final class LarkRequests {
  private static final int REMEMBERED = 10_000;
  private static final int LONGEST_CHALLENGE = 200;
  private static final Outcome REFUSED = new Outcome.Refused();

  private final String key;
  private final Optional<String> token;
  private final SignedOnce window;
  private final Map<String, Boolean> events =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > REMEMBERED;
        }
      };

  /**
   * @param key the app's Encrypt Key
   * @param token its Verification Token, if it is known
   */
  public LarkRequests(String key, Optional<String> token, InstantSource clock) {
    this.key = key;
    this.token = token;
    this.window = new SignedOnce(clock);
  }

  /** What came of a request. */
  public sealed interface Outcome {
    /** It is nothing of Lark's, or comes too late, or came before. */
    record Refused() implements Outcome {}

    /** This word is to be answered with. */
    record Challenge(String word) implements Outcome {}

    /** An event that was taken before, sent again because no answer reached Lark. */
    record Repeated() implements Outcome {}

    /** An event, decrypted. */
    record Event(JsonNode plain) implements Outcome {}
  }

  /** What a request says of itself in its headers; each may be missing. */
  public record Signed(
      Optional<String> timestamp, Optional<String> nonce, Optional<String> signature) {}

  /** Takes a request in. */
  public Outcome take(Signed signed, byte[] body) {
    Optional<JsonNode> plain = LarkCipher.plain(key, body).filter(this::ours);
    if (plain.isEmpty()) {
      return REFUSED;
    }
    boolean right = holds(signed, body);
    if (plain.get().path("type").asText().equals("url_verification")) {
      String word = plain.get().path("challenge").asText();
      boolean fits = !word.isEmpty() && word.length() <= LONGEST_CHALLENGE;
      boolean proved = right || signed.signature().isEmpty();
      return fits && proved ? new Outcome.Challenge(word) : REFUSED;
    }
    if (!right
        || !window.takes(signed.timestamp().orElseThrow(), signed.signature().orElseThrow())) {
      return REFUSED;
    }
    String event = plain.get().path("header").path("event_id").asText();
    return event.isEmpty() || first(event)
        ? new Outcome.Event(plain.get())
        : new Outcome.Repeated();
  }

  private boolean ours(JsonNode plain) {
    String offered = plain.path("header").path("token").asText(plain.path("token").asText());
    return token.isEmpty() || Hmac.same(token.get(), offered);
  }

  private boolean holds(Signed signed, byte[] body) {
    if (signed.timestamp().isEmpty() || signed.nonce().isEmpty() || signed.signature().isEmpty()) {
      return false;
    }
    String timestamp = signed.timestamp().get();
    return Hmac.same(
            LarkCipher.signature(timestamp, signed.nonce().get(), key, body),
            signed.signature().get())
        && window.isFresh(timestamp);
  }

  private synchronized boolean first(String event) {
    return events.put(event, true) == null;
  }
}

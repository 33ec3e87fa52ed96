package dev.gill.surface.dingtalk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gill.surface.signing.Hmac;
import dev.gill.surface.signing.SignedOnce;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Lets in what DingTalk signed. It signs the time alone, not what it sends: whoever sees one
 * request could send another one within its window, which nothing but HTTPS prevents. So a message
 * is taken once by its id as well.
 */
final class DingTalkRequests {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int REMEMBERED = 10_000;

  private final String secret;
  private final SignedOnce window;
  private final Map<String, Boolean> messages =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > REMEMBERED;
        }
      };

  DingTalkRequests(String secret, InstantSource clock) {
    this.secret = secret;
    this.window = new SignedOnce(clock);
  }

  /** What a request is. */
  sealed interface Request {
    /** Not DingTalk's, or too old. */
    record Refused() implements Request {}

    /** DingTalk's, but not to be read. */
    record Unreadable() implements Request {}

    /** A message that came before. */
    record Repeated() implements Request {}

    /** A message. */
    record Message(JsonNode sent) implements Request {}
  }

  /**
   * Reads a request.
   *
   * @param millis the header with its time; may be null
   * @param sign the header with its signature; may be null
   */
  Request read(String millis, String sign, byte[] body) {
    if (millis == null || sign == null || !millis.matches("\\d{4,14}")) {
      return new Request.Refused();
    }
    String seconds = millis.substring(0, millis.length() - 3);
    if (!Hmac.same(signature(secret, millis), sign) || !window.isFresh(seconds)) {
      return new Request.Refused();
    }
    Optional<JsonNode> sent = json(body).filter(each -> !id(each).isEmpty());
    if (sent.isEmpty()) {
      return new Request.Unreadable();
    }
    return first(id(sent.get())) ? new Request.Message(sent.get()) : new Request.Repeated();
  }

  /** As DingTalk signs: the HMAC-SHA256 of the time and the secret, each in a line. */
  static String signature(String secret, String millis) {
    byte[] signed = (millis + "\n" + secret).getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(Hmac.of(secret, signed));
  }

  private static Optional<JsonNode> json(byte[] body) {
    try {
      return Optional.ofNullable(JSON.readTree(body)).filter(JsonNode::isObject);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String id(JsonNode sent) {
    return sent.path("msgId").asText();
  }

  private synchronized boolean first(String message) {
    return messages.put(message, true) == null;
  }
}

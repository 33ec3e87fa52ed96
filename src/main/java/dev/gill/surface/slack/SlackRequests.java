package dev.gill.surface.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gill.surface.signing.Hmac;
import dev.gill.surface.signing.SignedOnce;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Lets in what <a href="https://docs.slack.dev/authentication/verifying-requests-from-slack/">Slack
 * signed</a>: version 0, within five minutes of its time, and each once.
 */
final class SlackRequests {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String VERSION = "v0=";

  private final String secret;
  private final SignedOnce once;

  SlackRequests(String secret, InstantSource clock) {
    this.secret = secret;
    this.once = new SignedOnce(clock);
  }

  /** What a request is. */
  sealed interface Request {
    /** Not Slack's, or too old, or come before. */
    record Refused() implements Request {}

    /** Slack's, but not to be read. */
    record Unreadable() implements Request {}

    /** Slack sees whether it is understood. */
    record Challenge(String word) implements Request {}

    /** Slack looks whether the connection is encrypted well, or sends what means nothing here. */
    record Nothing() implements Request {}

    /** An event. */
    record Event(JsonNode envelope) implements Request {}

    /** A slash command. */
    record Command(Map<String, String> form) implements Request {}

    /** A button was pressed. */
    record Interaction(JsonNode payload) implements Request {}
  }

  /**
   * Reads a request.
   *
   * @param seconds the header with its time; may be null
   * @param signature the header with its signature; may be null
   */
  Request read(String seconds, String signature, byte[] body) {
    if (seconds == null || signature == null || !signature.startsWith(VERSION)) {
      return new Request.Refused();
    }
    String right = Hmac.slack(secret, seconds, body);
    String offered = signature.substring(VERSION.length());
    if (!Hmac.same(right, offered) || !once.takes(seconds, offered)) {
      return new Request.Refused();
    }
    return text(body).map(SlackRequests::read).orElseGet(Request.Unreadable::new);
  }

  private static Optional<String> text(byte[] body) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static Request read(String body) {
    try {
      return body.stripLeading().startsWith("{") ? event(JSON.readTree(body)) : form(body);
    } catch (IOException | IllegalArgumentException e) {
      return new Request.Unreadable();
    }
  }

  private static Request event(JsonNode envelope) {
    return switch (envelope.path("type").asText()) {
      case "url_verification" -> new Request.Challenge(envelope.path("challenge").asText());
      case "event_callback" ->
          envelope.path("event").isObject()
              ? new Request.Event(envelope)
              : new Request.Unreadable();
      case "" -> new Request.Unreadable();
      default -> new Request.Nothing();
    };
  }

  private static Request form(String body) throws IOException {
    Map<String, String> form = new HashMap<>();
    for (String field : body.split("&")) {
      int equals = field.indexOf('=');
      if (equals > 0) {
        form.put(decoded(field.substring(0, equals)), decoded(field.substring(equals + 1)));
      }
    }
    if (form.containsKey("payload")) {
      JsonNode payload = JSON.readTree(form.get("payload"));
      return payload.isObject() ? new Request.Interaction(payload) : new Request.Unreadable();
    }
    if (form.containsKey("ssl_check")) {
      return new Request.Nothing();
    }
    return form.containsKey("command") ? new Request.Command(form) : new Request.Unreadable();
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}

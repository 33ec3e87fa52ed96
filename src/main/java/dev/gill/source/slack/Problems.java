package dev.gill.source.slack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gill.model.SourceId;
import dev.gill.source.SourceException;
import java.time.Duration;

/** What to do about the errors that Slack names. */
record Problems(SourceId source) {
  private static final Duration PAUSE = Duration.ofMinutes(1);

  /** Of an answer that is not {@code ok}. */
  SourceException of(String method, JsonNode answer) {
    String error = answer.path("error").asText();
    return switch (error) {
      case "invalid_auth", "not_authed", "token_revoked", "token_expired", "account_inactive" ->
          denied(
              "Slack does not know the token of source %s (%s): install the app again and give its token by gill.sources.%s.token-file or the environment."
                  .formatted(source, error, source));
      case "missing_scope", "no_permission", "not_allowed_token_type" ->
          denied(
              "The Slack app of source %s lacks the scope %s, which %s needs: add it under OAuth & Permissions and install the app again."
                  .formatted(
                      source, word(answer.path("needed").asText(), "that it needs"), method));
      case "ratelimited", "rate_limited" ->
          new SourceException.Busy(
              "Slack asks source %s for a pause: it was asked too often.".formatted(source), PAUSE);
      case "unknown_method" -> nonsense();
      default ->
          broken(
              "Slack answers %s of source %s with the error %s: look at its status page, and try ./gill check-source %s."
                  .formatted(method, source, word(error, "unknown"), source));
    };
  }

  /** Where no JSON came back. */
  SourceException nonsense() {
    return broken(
        "There is no Slack API at the url of source %s: take url out, or write the address below which auth.test lies."
            .formatted(source));
  }

  SourceException denied(String sentence) {
    return new SourceException.Denied(sentence, null);
  }

  SourceException broken(String sentence) {
    return new SourceException.Broken(sentence, null);
  }

  /** What an answer names, if it is made of words of an API. */
  private static String word(String named, String otherwise) {
    return named.matches("[a-z][a-z0-9_:.,-]{1,60}") ? named : otherwise;
  }
}

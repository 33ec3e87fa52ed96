package dev.gill.source.lark;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gill.model.SourceId;
import dev.gill.source.SourceException;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Lark's numbers mean for the person who runs Gill, in the words of its developer console. */
record Refusals(SourceId source) {
  private static final Duration PAUSE = Duration.ofSeconds(30);
  private static final Pattern SCOPE = Pattern.compile("[a-z_]+(?::[a-z_.]+){1,3}");

  /** Throws if the number concerns all requests. */
  void whole(int code) throws SourceException {
    switch (code) {
      case 99991400, 11232, 1061045, 1254290, 90217 ->
          throw new SourceException.Busy(
              "Lark asks for a pause of source %s: it was asked too often.".formatted(source),
              PAUSE);
      case 99991401 ->
          throw new SourceException.Denied(
              "The app of source %s may not be used from this address: add Gill's to the app's IP whitelist (Security Settings)."
                  .formatted(source),
              null);
      case 10003, 10014, 10015, 10016, 99991543 -> throw app();
      case 99991662, 99991673 ->
          throw new SourceException.Denied(
              "The app of source %s is not enabled in its organization: publish a version of it (Version Management & Release) and have it approved."
                  .formatted(source),
              null);
      default -> {}
    }
  }

  SourceException app() {
    return new SourceException.Denied(
        "Lark does not know the app of source %s: check app-id and app-secret (Credentials & Basic Info), and whether url is that of the same Feishu or Lark."
            .formatted(source),
        null);
  }

  SourceException nonsense() {
    return new SourceException.Broken(
        "There is no open platform of Lark at the url of source %s: write https://open.feishu.cn or https://open.larksuite.com."
            .formatted(source),
        null);
  }

  /** For a request without which nothing goes on. */
  SourceException needed(LarkException refusal, String what, String scope) {
    return refusal.scopeMissing()
        ? new SourceException.Denied(
            "The app of source %s lacks a scope to read %s: grant %s (Permissions & Scopes) and publish a version."
                .formatted(source, what, wanted(refusal, scope)),
            null)
        : new SourceException.Denied(
            "The app of source %s may not read %s (code %d): add the app, or a group that it is in, to the members of the wiki space."
                .formatted(source, what, refusal.code()),
            null);
  }

  /** The scopes to choose from, as Lark names them, or the one that is documented. */
  static String wanted(LarkException refusal, String documented) {
    Set<String> named = refusal.scopes();
    return named.isEmpty() ? documented : String.join(" or ", new TreeSet<>(named));
  }

  /** Only what has the form of a scope is taken from an answer. */
  static Set<String> scopes(JsonNode answer) {
    Set<String> scopes = new TreeSet<>();
    answer
        .path("error")
        .path("permission_violations")
        .forEach(violation -> scope(violation.path("subject").asText(), scopes));
    String said = answer.path("msg").asText();
    int from = said.indexOf('[');
    int to = said.indexOf(']', from + 1);
    if (scopes.isEmpty() && from >= 0 && to > from) {
      for (String part : said.substring(from + 1, to).split(",")) {
        scope(part.strip(), scopes);
      }
    }
    return scopes;
  }

  private static void scope(String written, Set<String> scopes) {
    Matcher matcher = SCOPE.matcher(written);
    if (matcher.matches() && scopes.size() < 5) {
      scopes.add(written);
    }
  }
}

package dev.gill.source.mediawiki;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gill.source.SourceException;
import dev.gill.source.http.Ask;
import dev.gill.source.http.Credential;
import dev.gill.source.http.HostClient;
import dev.gill.source.http.HttpAnswer;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Asks {@code api.php}, signed in if an account is configured. One thread at a time. */
final class WikiApi {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PAUSE = Duration.ofSeconds(10);

  /** How far behind its databases may be, as the API's etiquette asks for. */
  private static final String MAX_LAG = "5";

  private final MediaWikiSettings settings;
  private final HostClient client;
  private final Optional<MediaWikiSettings.Login> login;
  private Optional<Credential> session = Optional.empty();

  WikiApi(MediaWikiSettings settings, HostClient client, Optional<MediaWikiSettings.Login> login) {
    this.settings = settings;
    this.client = client;
    this.login = login;
  }

  /** Asks, with {@code action=query} unless another one is named. */
  JsonNode query(Map<String, String> asked)
      throws SourceException, ApiException, InterruptedException {
    try {
      return once(asked);
    } catch (ApiException e) {
      if (!e.signedOut()) {
        throw e;
      }
      session = Optional.empty();
      return once(asked);
    }
  }

  /** The same where only trouble of the whole wiki can be in the way. */
  JsonNode queryAll(Map<String, String> asked) throws SourceException, InterruptedException {
    try {
      return query(asked);
    } catch (ApiException e) {
      throw trouble(e);
    }
  }

  /** What an error means for the whole source. */
  SourceException trouble(ApiException e) {
    if (e.refusesAll() || e.refusesPage()) {
      return new SourceException.Denied(
          login.isPresent()
              ? "The wiki of source %s does not let the account read: give its group the right read."
                  .formatted(settings.id())
              : "The wiki of source %s lets only accounts read: set username and password to those of a bot password."
                  .formatted(settings.id()),
          null);
    }
    if (e.signedOut()) {
      return signIn();
    }
    return e.busy()
        ? new SourceException.Busy(
            "The wiki of source %s asks for a pause: it is busy.".formatted(settings.id()), PAUSE)
        : broken(
            "The wiki of source %s does not understand what it is asked: it must be MediaWiki 1.35 or later with its API switched on.");
  }

  private JsonNode once(Map<String, String> asked)
      throws SourceException, ApiException, InterruptedException {
    Map<String, String> params = new TreeMap<>(asked);
    params.putIfAbsent("action", "query");
    params.put("maxlag", MAX_LAG);
    if (login.isPresent()) {
      if (session.isEmpty()) {
        session = Optional.of(new SignIn(this, login.get(), () -> signIn()).session());
      }
      params.put("assert", "user");
    }
    JsonNode answer = post(params, session).json();
    String code = answer.path("error").path("code").asText();
    if (!code.isEmpty()) {
      throw new ApiException(code);
    }
    return answer;
  }

  /** An answer and the cookies that came with it. */
  record Posted(JsonNode json, Map<String, String> cookies) {}

  Posted post(Map<String, String> params, Optional<Credential> as)
      throws SourceException, InterruptedException {
    Map<String, String> form = new TreeMap<>(params);
    form.put("format", "json");
    form.put("formatversion", "2");
    Ask ask =
        Ask.post(
                "",
                "application/x-www-form-urlencoded",
                encoded(form).getBytes(StandardCharsets.US_ASCII))
            .again();
    HttpAnswer answer = client.ask(as.map(ask::as).orElse(ask));
    return switch (answer) {
      case HttpAnswer.Found found ->
          new Posted(read(found.body()), SignIn.cookies(found.headers()));
      case HttpAnswer.Refused refused -> throw new SourceException.Denied(refused.sentence(), null);
      case HttpAnswer.Missing missing -> throw noApi();
      case HttpAnswer.Unchanged same -> throw noApi();
    };
  }

  private JsonNode read(byte[] body) throws SourceException {
    try {
      JsonNode read = JSON.readTree(body);
      if (read instanceof ObjectNode) {
        return read;
      }
    } catch (JacksonException e) {
      throw noApi();
    } catch (IOException e) {
      throw noApi();
    }
    throw noApi();
  }

  private SourceException noApi() {
    return broken(
        "There is no MediaWiki API at the url of source %s: write the address of api.php, which the wiki's page Special:Version names under entry points.");
  }

  private SourceException signIn() {
    return new SourceException.Denied(
        "The wiki of source %s does not let Gill sign in: check username and password, which are those of a bot password (Special:BotPasswords)."
            .formatted(settings.id()),
        null);
  }

  private SourceException broken(String sentence) {
    return new SourceException.Broken(sentence.formatted(settings.id()), null);
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(
            entry ->
                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}

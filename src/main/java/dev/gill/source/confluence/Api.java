package dev.gill.source.confluence;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gill.source.SourceException;
import dev.gill.source.http.Ask;
import dev.gill.source.http.Credential;
import dev.gill.source.http.HostClient;
import dev.gill.source.http.HttpAnswer;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;

/** Asks for JSON below the site's address. */
final class Api {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ConfluenceSettings settings;
  private final HostClient client;

  Api(ConfluenceSettings settings, HostClient client) {
    this.settings = settings;
    this.client = client;
  }

  /** What must be there. */
  JsonNode get(String target) throws SourceException, InterruptedException {
    return find(target).orElseThrow(this::forbidden);
  }

  /** What may be missing, or not for this account (403, 404). */
  Optional<JsonNode> find(String target) throws SourceException, InterruptedException {
    return read(ask(target));
  }

  /** The next part of a list, or its first. */
  JsonNode part(String path, String query, Optional<String> next)
      throws SourceException, InterruptedException {
    return get(path + "?" + next.orElse(query));
  }

  /** What is sent a question in JSON; empty as with {@link #find}. */
  Optional<JsonNode> post(String target, JsonNode question)
      throws SourceException, InterruptedException {
    byte[] body = question.toString().getBytes(StandardCharsets.UTF_8);
    return read(client.ask(json(Ask.post(target, "application/json", body).again())));
  }

  /** Whether somebody who is not signed in gets an answer. */
  boolean visible(String target) throws SourceException, InterruptedException {
    return client.ask(json(Ask.get(target)).as(new Credential.None())) instanceof HttpAnswer.Found;
  }

  /** The answer as it is. */
  HttpAnswer ask(String target) throws SourceException, InterruptedException {
    return client.ask(json(Ask.get(target)));
  }

  HttpAnswer file(String target) throws SourceException, InterruptedException {
    return client.ask(Ask.get(target));
  }

  private static Ask json(Ask ask) {
    return ask.header("Accept", "application/json");
  }

  private Optional<JsonNode> read(HttpAnswer answer) throws SourceException {
    return switch (answer) {
      case HttpAnswer.Found found -> Optional.of(json(found.body()));
      case HttpAnswer.Missing missing -> Optional.empty();
      case HttpAnswer.Refused refused when refused.status() == 403 -> Optional.empty();
      case HttpAnswer.Refused refused when refused.status() == 401 -> throw signedOut();
      case HttpAnswer.Refused refused -> throw broken(refused.sentence());
      case HttpAnswer.Unchanged same -> throw nonsense();
    };
  }

  private JsonNode json(byte[] body) throws SourceException {
    try {
      JsonNode read = JSON.readTree(body);
      if (read != null && read.isContainerNode()) {
        return read;
      }
    } catch (JacksonException e) {
      throw nonsense();
    } catch (IOException e) {
      throw nonsense();
    }
    throw nonsense();
  }

  SourceException signedOut() {
    return new SourceException.Denied(
        (settings.cloud()
                ? "Confluence does not let the account of source %s in: check username, which is its e-mail address, and password, which is an API token of id.atlassian.com."
                : "Confluence does not let the account of source %s in: check token, which is a personal access token of its profile.")
            .formatted(settings.id()),
        null);
  }

  private SourceException forbidden() {
    return new SourceException.Denied(
        "Confluence does not show the account of source %s what it needs: give it the global permission Can use, and View in the spaces; and check that the url is the address of the site."
            .formatted(settings.id()),
        null);
  }

  private SourceException nonsense() {
    return broken(
        "There is no Confluence at the url of source %s: write the address of its dashboard, such as https://team.atlassian.net/wiki or https://wiki.example.org."
            .formatted(settings.id()));
  }

  private static SourceException broken(String sentence) {
    return new SourceException.Broken(sentence, null);
  }

  /** What asks for the next part, in {@code _links.next}: its parameters alone are gone by. */
  static Optional<String> next(JsonNode part) {
    String link = part.path("_links").path("next").asText();
    int query = link.indexOf('?');
    return query < 0 ? Optional.empty() : Optional.of(link.substring(query + 1));
  }

  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  static String joined(Collection<String> values) {
    return encoded(String.join(",", values));
  }

  /** A list of values for a query in CQL, quoted. */
  static String quoted(Collection<String> values) {
    return values.stream()
        .map(value -> "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
        .collect(java.util.stream.Collectors.joining(","));
  }
}

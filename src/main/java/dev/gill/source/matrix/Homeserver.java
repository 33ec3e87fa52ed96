package dev.gill.source.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gill.source.SourceException;
import dev.gill.source.http.Ask;
import dev.gill.source.http.HostClient;
import dev.gill.source.http.HttpAnswer;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The Client-Server API of a homeserver, as far as Gill needs it: it only reads. */
record Homeserver(MatrixSettings settings, HostClient client) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String API = "_matrix/client/v3/";
  private static final List<String> SAID = List.of("m.room.message", "m.room.redaction");
  private static final List<String> STATE =
      List.of(
          "m.room.name",
          "m.room.canonical_alias",
          "m.room.join_rules",
          "m.room.history_visibility",
          "m.room.encryption",
          "m.room.member");
  private static final int TIMELINE = 100;
  private static final int PAGE = 500;

  /**
   * A piece of what was said, the newest first.
   *
   * @param end where it goes on; empty if there is no more
   */
  record Page(List<Event> events, Optional<String> end) {}

  /** The newest version of the API that it knows; asked without an account. */
  String version() throws SourceException, InterruptedException {
    JsonNode versions = needed("_matrix/client/versions").path("versions");
    return versions.path(versions.size() - 1).asText();
  }

  /** The account whose token it is. */
  String account() throws SourceException, InterruptedException {
    return needed(API + "account/whoami").path("user_id").asText();
  }

  /**
   * What happened since.
   *
   * @param wait how long the server may wait for something to happen
   */
  SyncAnswer sync(Optional<String> since, Duration wait)
      throws SourceException, InterruptedException {
    String from = since.map(token -> "&since=" + encoded(token)).orElse("");
    String filter = filter(since.isEmpty());
    return SyncAnswer.of(
        needed(
            "%ssync?set_presence=offline&timeout=%d&filter=%s%s"
                .formatted(API, wait.toMillis(), encoded(filter), from)));
  }

  /** A piece of a gap; empty if the account may not read it. */
  Optional<Page> messages(String room, Gap gap) throws SourceException, InterruptedException {
    ObjectNode filter = JSON.createObjectNode();
    types(filter, SAID);
    String to = gap.to().map(token -> "&to=" + encoded(token)).orElse("");
    Optional<JsonNode> page =
        asked(
            "%s/messages?dir=b&limit=%d&filter=%s&from=%s%s"
                .formatted(room(room), PAGE, encoded(filter.toString()), encoded(gap.from()), to));
    return page.map(
        node ->
            new Page(
                SyncAnswer.events(node.path("chunk")),
                Optional.ofNullable(node.get("end"))
                    .map(JsonNode::asText)
                    .filter(end -> !end.equals(gap.from()))));
  }

  /** A message as it was written first. */
  Optional<Event> message(String room, String event) throws SourceException, InterruptedException {
    return asked(room(room) + "/event/" + encoded(event)).map(Event::of);
  }

  /** The newest edit of a message. */
  Optional<Event> edit(String room, String event) throws SourceException, InterruptedException {
    String path =
        "_matrix/client/v1/rooms/%s/relations/%s/m.replace?limit=1"
            .formatted(encoded(room), encoded(event));
    return asked(path)
        .map(node -> node.path("chunk").path(0))
        .filter(node -> !node.isMissingNode())
        .map(Event::of);
  }

  /**
   * What Gill wants to know.
   *
   * @param left whether rooms are named, too, that were left at any time
   */
  private static String filter(boolean left) {
    ObjectNode filter = JSON.createObjectNode();
    types(filter.putObject("presence"), List.of());
    types(filter.putObject("account_data"), List.of("m.direct"));
    ObjectNode room = filter.putObject("room").put("include_leave", left);
    types(room.putObject("ephemeral"), List.of());
    types(room.putObject("account_data"), List.of());
    types(room.putObject("state"), STATE);
    ArrayNode all = types(room.putObject("timeline").put("limit", TIMELINE), STATE);
    SAID.forEach(all::add);
    return filter.toString();
  }

  private static ArrayNode types(ObjectNode filter, List<String> types) {
    ArrayNode all = filter.putArray("types");
    types.forEach(all::add);
    return all;
  }

  private static String room(String room) {
    return API + "rooms/" + encoded(room);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private JsonNode needed(String target) throws SourceException, InterruptedException {
    return switch (client.ask(Ask.get(target))) {
      case HttpAnswer.Found found -> read(found);
      case HttpAnswer.Refused refused -> throw denied(refused.status());
      case HttpAnswer.Missing _ -> throw nonsense();
      case HttpAnswer.Unchanged _ -> throw nonsense();
    };
  }

  /** Empty if there is none, or none that the account may see. */
  private Optional<JsonNode> asked(String target) throws SourceException, InterruptedException {
    return switch (client.ask(Ask.get(target))) {
      case HttpAnswer.Found found -> Optional.of(read(found));
      case HttpAnswer.Refused refused when refused.status() == 401 ->
          throw denied(refused.status());
      case HttpAnswer.Refused _ -> Optional.empty();
      case HttpAnswer.Missing _ -> Optional.empty();
      case HttpAnswer.Unchanged _ -> throw nonsense();
    };
  }

  private JsonNode read(HttpAnswer.Found found) throws SourceException {
    try {
      JsonNode node = JSON.readTree(found.body());
      if (node != null && node.isObject()) {
        return node;
      }
    } catch (IOException e) {
      // said below
    }
    throw nonsense();
  }

  private SourceException denied(int status) {
    return new SourceException.Denied(
        "The homeserver of source %s does not accept the access token (status %d): sign the account in anew and set gill.sources.%s.token."
            .formatted(settings.id(), status, settings.id()),
        null);
  }

  private SourceException nonsense() {
    return new SourceException.Broken(
        "There is no Matrix homeserver at the url of source %s: write the address that clients use, which https://SERVER/.well-known/matrix/client names."
            .formatted(settings.id()),
        null);
  }
}

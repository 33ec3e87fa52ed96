package dev.gill.source.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gill.source.Secret;
import dev.gill.source.SourceException;
import dev.gill.source.http.Ask;
import dev.gill.source.http.Credential;
import dev.gill.source.http.HostClient;
import dev.gill.source.http.HttpAnswer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The methods of Slack's Web API that reading takes. */
final class Api {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final int LISTED = 200;
  private static final int MOST_PAGES = 2_000;
  private static final String UNKNOWN = "unknown_method";

  /** Why a file is not to be had, which says nothing of others. */
  private static final Set<String> NO_FILE =
      Set.of(
          UNKNOWN,
          "file_not_found",
          "file_deleted",
          "file_not_visible",
          "not_visible",
          "access_denied",
          "missing_scope",
          "no_permission",
          "not_allowed_token_type");

  private static final Set<String> LEFT =
      Set.of("not_in_channel", "channel_not_found", "is_inactive", "team_not_found");

  private final HostClient client;
  private final Problems problems;
  private boolean listsAll;

  Api(HostClient client, Problems problems) {
    this.client = client;
    this.problems = problems;
  }

  /**
   * Whose token it is.
   *
   * @param url of the workspace
   * @param scopes that were granted; empty if Slack does not say
   */
  record Self(String user, String team, String name, String url, boolean bot, Set<String> scopes) {}

  private record Answered(JsonNode json, Set<String> scopes) {}

  Self self() throws SourceException, InterruptedException {
    Answered answered = ask("auth.test", Map.of());
    JsonNode self = whole("auth.test", answered.json());
    return new Self(
        self.path("user_id").asText(),
        self.path("team_id").asText(""),
        self.path("team").asText(""),
        self.path("url").asText(""),
        !self.path("bot_id").asText("").isEmpty(),
        answered.scopes());
  }

  /**
   * Where a connection for events is opened next.
   *
   * @param appToken the app's own, {@code xapp-…}
   */
  URI connection(Secret appToken) throws SourceException, InterruptedException {
    String method = "apps.connections.open";
    Ask ask = Ask.post(method, FORM, new byte[0]).as(new Credential.Bearer(appToken)).again();
    try {
      return URI.create(whole(method, answered(ask).json()).path("url").asText());
    } catch (IllegalArgumentException e) {
      throw problems.nonsense();
    }
  }

  /** The conversations of these kinds that the token's user is in. */
  List<Channel> channels(Set<Kind> kinds) throws SourceException, InterruptedException {
    String types = kinds.stream().map(Kind::type).sorted().collect(Collectors.joining(","));
    Map<String, String> asked = Map.of("types", types, "exclude_archived", "false");
    if (!listsAll) {
      Optional<List<JsonNode>> own = pages("users.conversations", "channels", asked);
      if (own.isPresent()) {
        return own.get().stream().map(Channel::of).toList();
      }
      listsAll = true; // a server that speaks like Slack need not have every method
    }
    return pages("conversations.list", "channels", asked).orElseThrow(problems::nonsense).stream()
        .filter(each -> each.path("is_member").asBoolean() || Channel.of(each).kind().direct())
        .map(Channel::of)
        .toList();
  }

  List<JsonNode> users() throws SourceException, InterruptedException {
    return pages("users.list", "members", Map.of()).orElseThrow(problems::nonsense);
  }

  Set<String> members(String channel)
      throws SourceException, InterruptedException, LeftChannelException {
    Set<String> members = new TreeSet<>();
    String cursor = "";
    for (int i = 0; i < MOST_PAGES; i++) {
      JsonNode page =
          ofChannel("conversations.members", paged(Map.of("channel", channel), cursor, LISTED));
      page.path("members").forEach(each -> members.add(each.asText()));
      cursor = cursor(page);
      if (cursor.isEmpty()) {
        return members;
      }
    }
    throw problems.nonsense();
  }

  /**
   * Messages of a channel, newest first.
   *
   * @param below only those before this one; empty for the newest
   */
  Page history(String channel, String below, String cursor, int limit)
      throws SourceException, InterruptedException, LeftChannelException {
    Map<String, String> asked = new TreeMap<>(Map.of("channel", channel));
    if (!below.isEmpty() && cursor.isEmpty()) {
      asked.put("latest", below);
    }
    return page(ofChannel("conversations.history", paged(asked, cursor, limit)));
  }

  /** Messages of a thread, oldest first; none if there is no such message. */
  Page replies(String channel, String root, String cursor, int limit)
      throws SourceException, InterruptedException, LeftChannelException {
    Map<String, String> asked = Map.of("channel", channel, "ts", root);
    return page(ofChannel("conversations.replies", paged(asked, cursor, limit)));
  }

  /** A file as Slack describes it; empty if it is not there, or not for the app. */
  Optional<JsonNode> file(String id) throws SourceException, InterruptedException {
    JsonNode answer = ask("files.info", Map.of("file", id)).json();
    return NO_FILE.contains(answer.path("error").asText())
        ? Optional.empty()
        : Optional.of(whole("files.info", answer).path("file"));
  }

  private static Page page(JsonNode answer) {
    List<JsonNode> messages = new ArrayList<>();
    answer.path("messages").forEach(messages::add);
    String cursor = cursor(answer);
    return new Page(messages, answer.path("has_more").asBoolean() || !cursor.isEmpty(), cursor);
  }

  private static String cursor(JsonNode answer) {
    return answer.path("response_metadata").path("next_cursor").asText("");
  }

  private static Map<String, String> paged(Map<String, String> asked, String cursor, int limit) {
    Map<String, String> paged = new TreeMap<>(asked);
    paged.put("limit", Integer.toString(limit));
    if (!cursor.isEmpty()) {
      paged.put("cursor", cursor);
    }
    return paged;
  }

  /** A whole list; empty if there is no such method. */
  private Optional<List<JsonNode>> pages(String method, String field, Map<String, String> asked)
      throws SourceException, InterruptedException {
    List<JsonNode> all = new ArrayList<>();
    String cursor = "";
    for (int i = 0; i < MOST_PAGES; i++) {
      JsonNode answer = ask(method, paged(asked, cursor, LISTED)).json();
      if (answer.path("error").asText().equals(UNKNOWN)) {
        return Optional.empty();
      }
      whole(method, answer).path(field).forEach(all::add);
      cursor = cursor(answer);
      if (cursor.isEmpty()) {
        return Optional.of(all);
      }
    }
    throw problems.nonsense();
  }

  private JsonNode ofChannel(String method, Map<String, String> asked)
      throws SourceException, InterruptedException, LeftChannelException {
    JsonNode answer = ask(method, asked).json();
    String error = answer.path("error").asText("");
    if (LEFT.contains(error)) {
      throw new LeftChannelException();
    }
    return error.equals("thread_not_found") || error.equals("message_not_found")
        ? JSON.createObjectNode()
        : whole(method, answer);
  }

  private JsonNode whole(String method, JsonNode answer) throws SourceException {
    if (answer.path("ok").asBoolean()) {
      return answer;
    }
    throw answer.hasNonNull("error") ? problems.of(method, answer) : problems.nonsense();
  }

  private Answered ask(String method, Map<String, String> asked)
      throws SourceException, InterruptedException {
    byte[] form =
        asked.entrySet().stream()
            .map(each -> each.getKey() + "=" + encoded(each.getValue()))
            .collect(Collectors.joining("&"))
            .getBytes(StandardCharsets.UTF_8);
    return answered(Ask.post(method, FORM, form).again());
  }

  private Answered answered(Ask ask) throws SourceException, InterruptedException {
    return switch (client.ask(ask)) {
      case HttpAnswer.Found found -> answered(found);
      case HttpAnswer.Refused refused -> throw problems.denied(refused.sentence());
      case HttpAnswer.Missing missing ->
          new Answered(JSON.createObjectNode().put("error", UNKNOWN), Set.of());
      case HttpAnswer.Unchanged same -> throw problems.nonsense();
    };
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private Answered answered(HttpAnswer.Found found) throws SourceException {
    try {
      Set<String> scopes =
          found.headers().firstValue("x-oauth-scopes").stream()
              .flatMap(line -> List.of(line.split("[,\\s]+")).stream())
              .filter(scope -> !scope.isEmpty())
              .collect(Collectors.toCollection(TreeSet::new));
      return new Answered(JSON.readTree(found.body()), scopes);
    } catch (IOException e) {
      throw problems.nonsense();
    }
  }
}

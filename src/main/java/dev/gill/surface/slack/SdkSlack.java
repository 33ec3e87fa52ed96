package dev.gill.surface.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.response.auth.AuthTestResponse;
import com.slack.api.methods.response.conversations.ConversationsMembersResponse;
import com.slack.api.methods.response.users.UsersListResponse;
import com.slack.api.methods.response.users.UsersLookupByEmailResponse;
import com.slack.api.model.ResponseMetadata;
import dev.gill.surface.chat.ChatException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Slack's methods through its own SDK. */
final class SdkSlack implements SlackApi {
  private static final int MEMBERS_A_PAGE = 1_000;
  private static final int USERS_A_PAGE = 200;
  private static final int MESSAGES = 100;
  private static final int MOST_PAGES = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final MethodsClient methods;
  private final HttpClient answers = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final Pauses pauses = new Pauses();

  SdkSlack(SlackSettings settings) {
    this.methods = slack(settings).methods(settings.token());
  }

  /** The SDK, asking where it is configured to. */
  static Slack slack(SlackSettings settings) {
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(settings.api().toString());
    config.setStatsEnabled(false); // it would ask who each token is, besides
    config.setHttpClientCallTimeoutMillis((int) PATIENCE.toMillis());
    return Slack.getInstance(config);
  }

  /** A call of the SDK. */
  @FunctionalInterface
  private interface Call<T extends SlackApiTextResponse> {
    T call() throws IOException, SlackApiException;
  }

  private <T extends SlackApiTextResponse> T ask(String method, Call<T> call)
      throws ChatException, InterruptedException {
    T answer = answer(method, call);
    if (!answer.isOk()) {
      throw new ChatException("Slack refuses %s: %s.".formatted(method, answer.getError()));
    }
    return answer;
  }

  private <T extends SlackApiTextResponse> T answer(String method, Call<T> call)
      throws ChatException, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      pauses.await(method);
      try {
        return call.call();
      } catch (SlackApiException e) {
        if (!pauses.begin(method, e.getResponse().code(), retryAfter(e), attempt)) {
          throw new ChatException(
              "Slack answers %s with status %d.".formatted(method, e.getResponse().code()));
        }
      } catch (IOException e) {
        throw new ChatException("Slack does not answer %s.".formatted(method), e);
      }
    }
  }

  private static String retryAfter(SlackApiException e) {
    return e.getResponse().header("Retry-After", "");
  }

  @Override
  public Self self() throws ChatException, InterruptedException {
    AuthTestResponse answer = ask("auth.test", () -> methods.authTest(r -> r));
    Set<String> scopes = new TreeSet<>();
    if (answer.getHttpResponseHeaders() != null) {
      answer
          .getHttpResponseHeaders()
          .getOrDefault("x-oauth-scopes", List.of())
          .forEach(line -> scopes.addAll(Arrays.asList(line.split("\\s*,\\s*"))));
    }
    return new Self(answer.getUserId(), answer.getTeamId(), answer.getTeam(), scopes);
  }

  @Override
  public Set<String> members(String channel) throws ChatException, InterruptedException {
    Set<String> members = new HashSet<>();
    String next = "";
    for (int page = 0; page < MOST_PAGES; page++) {
      String cursor = next;
      ConversationsMembersResponse answer =
          ask(
              "conversations.members",
              () ->
                  methods.conversationsMembers(
                      r -> r.channel(channel).limit(MEMBERS_A_PAGE).cursor(cursor)));
      members.addAll(answer.getMembers());
      next = next(answer.getResponseMetadata());
      if (next.isEmpty()) {
        return members;
      }
    }
    throw new ChatException("Slack lists no end of the members of a channel.");
  }

  @Override
  public User user(String id) throws ChatException, InterruptedException {
    return user(
        ask("users.info", () -> methods.usersInfo(r -> r.user(id).includeLocale(true))).getUser());
  }

  @Override
  public List<User> users() throws ChatException, InterruptedException {
    List<User> users = new ArrayList<>();
    String next = "";
    for (int page = 0; page < MOST_PAGES; page++) {
      String cursor = next;
      UsersListResponse answer =
          ask(
              "users.list",
              () ->
                  methods.usersList(r -> r.limit(USERS_A_PAGE).includeLocale(true).cursor(cursor)));
      answer.getMembers().forEach(user -> users.add(user(user)));
      next = next(answer.getResponseMetadata());
      if (next.isEmpty()) {
        break;
      }
    }
    return users;
  }

  private static User user(com.slack.api.model.User user) {
    String email = user.getProfile() == null ? null : user.getProfile().getEmail();
    String team = user.isStranger() ? "another" : text(user.getTeamId());
    return new User(
        user.getId(),
        team,
        text(email),
        user.isEmailConfirmed() && !user.isDeleted(),
        user.isBot(),
        text(user.getLocale()));
  }

  @Override
  public Optional<String> byEmail(String address) throws ChatException, InterruptedException {
    UsersLookupByEmailResponse answer =
        answer("users.lookupByEmail", () -> methods.usersLookupByEmail(r -> r.email(address)));
    return answer.isOk() ? Optional.of(answer.getUser().getId()) : Optional.empty();
  }

  @Override
  public List<Written> thread(String channel, String ts)
      throws ChatException, InterruptedException {
    return ask(
            "conversations.replies",
            () -> methods.conversationsReplies(r -> r.channel(channel).ts(ts).limit(MESSAGES)))
        .getMessages()
        .stream()
        .map(each -> new Written(text(each.getTs()), text(each.getUser()), text(each.getText())))
        .toList();
  }

  @Override
  public String post(String channel, Optional<String> thread, Message message)
      throws ChatException, InterruptedException {
    return ask(
            "chat.postMessage",
            () ->
                methods.chatPostMessage(
                    r ->
                        r.channel(channel)
                            .threadTs(thread.orElse(null))
                            .text(message.text())
                            .blocksAsString(message.blocks().toString())
                            .unfurlLinks(false)
                            .unfurlMedia(false)))
        .getTs();
  }

  @Override
  public void update(String channel, String ts, Message message)
      throws ChatException, InterruptedException {
    ask(
        "chat.update",
        () ->
            methods.chatUpdate(
                r ->
                    r.channel(channel)
                        .ts(ts)
                        .text(message.text())
                        .blocksAsString(message.blocks().toString())));
  }

  @Override
  public void ephemeral(String channel, Optional<String> thread, String user, Message message)
      throws ChatException, InterruptedException {
    ask(
        "chat.postEphemeral",
        () ->
            methods.chatPostEphemeral(
                r ->
                    r.channel(channel)
                        .threadTs(thread.orElse(null))
                        .user(user)
                        .text(message.text())
                        .blocksAsString(message.blocks().toString())));
  }

  @Override
  public String conversation(String user) throws ChatException, InterruptedException {
    return ask("conversations.open", () -> methods.conversationsOpen(r -> r.users(List.of(user))))
        .getChannel()
        .getId();
  }

  @Override
  public void home(String user, ObjectNode view) throws ChatException, InterruptedException {
    ask(
        "views.publish",
        () -> methods.viewsPublish(r -> r.userId(user).viewAsString(view.toString())));
  }

  @Override
  public void respond(String url, ObjectNode response) throws ChatException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(BodyPublishers.ofString(response.toString()))
            .build();
    for (int attempt = 1; ; attempt++) {
      HttpResponse<Void> answer = sent(request);
      int status = answer.statusCode();
      if (status < 300) {
        return;
      }
      String after = answer.headers().firstValue("Retry-After").orElse("");
      if (!pauses.begin("response_url", status, after, attempt)) {
        throw new ChatException("Slack answers a response with status %d.".formatted(status));
      }
      pauses.await("response_url");
    }
  }

  private HttpResponse<Void> sent(HttpRequest request) throws ChatException, InterruptedException {
    try {
      return answers.send(request, BodyHandlers.discarding());
    } catch (IOException e) {
      throw new ChatException("Slack does not take a response.", e);
    }
  }

  private static String next(ResponseMetadata metadata) {
    return metadata == null ? "" : text(metadata.getNextCursor());
  }

  private static String text(String text) {
    return text == null ? "" : text;
  }
}

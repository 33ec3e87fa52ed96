package dev.gill.surface.lark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gill.model.Identity;
import dev.gill.surface.chat.Account;
import dev.gill.surface.chat.ChatException;
import dev.gill.surface.chat.Roster;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The people of an organization, by their open ids. Who is in a group is asked anew each time; who
 * somebody is, every ten minutes. Whom the contacts do not know, such as somebody of another
 * organization, is nobody for certain.
 */
final class LarkRoster implements Roster {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration KNOWN_FOR = Duration.ofMinutes(10);
  private static final int PAGE = 100;
  private static final int BATCH = 50;
  private static final int MOST_PAGES = 500;

  private record Known(Set<Identity> identities, Instant since) {}

  private final LarkApi api;
  private final Optional<String> realm;
  private final InstantSource clock;
  private final Map<String, Known> accounts = new ConcurrentHashMap<>();
  private final Map<String, String> languages = new ConcurrentHashMap<>();
  private volatile String bot = "";

  LarkRoster(LarkApi api, Optional<String> realm, InstantSource clock) {
    this.api = api;
    this.realm = realm;
    this.clock = clock;
  }

  /** The open id of the app's bot, asked for once. */
  String bot() throws ChatException, InterruptedException {
    if (bot.isEmpty()) {
      bot = api.get("open-apis/bot/v3/info").path("bot").path("open_id").asText();
    }
    return bot;
  }

  /** Lark does not say which language somebody likes; it is the one that they asked in last. */
  void speaks(String account, String language) {
    languages.put(account, language);
  }

  @Override
  public Account account(String id) throws ChatException, InterruptedException {
    Known known = accounts.get(id);
    if (known == null || known.since().isBefore(clock.instant().minus(KNOWN_FOR))) {
      known = new Known(identities(id), clock.instant());
      accounts.put(id, known);
    }
    return new Account(id, known.identities(), languages.getOrDefault(id, ""), true);
  }

  private Set<Identity> identities(String id) throws ChatException, InterruptedException {
    JsonNode user =
        api.get("open-apis/contact/v3/users/%s?user_id_type=open_id".formatted(LarkApi.encoded(id)))
            .path("user");
    return user.path("open_id").asText().equals(id) ? identities(id, user) : Set.of();
  }

  /** Asks for many at once; those that the contacts do not know stay nobody for certain. */
  private void learn(Set<String> members) throws ChatException, InterruptedException {
    Instant since = clock.instant().minus(KNOWN_FOR);
    List<String> unknown =
        members.stream()
            .filter(id -> !accounts.containsKey(id) || accounts.get(id).since().isBefore(since))
            .toList();
    for (int i = 0; i < unknown.size(); i += BATCH) {
      List<String> some = unknown.subList(i, Math.min(unknown.size(), i + BATCH));
      String query = some.stream().map(LarkApi::encoded).collect(Collectors.joining("&user_ids="));
      JsonNode items =
          api.get("open-apis/contact/v3/users/batch?user_id_type=open_id&user_ids=" + query)
              .path("items");
      some.forEach(id -> accounts.put(id, new Known(Set.of(), clock.instant())));
      for (JsonNode user : items) {
        String id = user.path("open_id").asText();
        if (some.contains(id)) {
          accounts.put(id, new Known(identities(id, user), clock.instant()));
        }
      }
    }
  }

  private Set<Identity> identities(String id, JsonNode user) {
    Set<Identity> identities = new HashSet<>();
    realm.ifPresent(name -> identities.add(new Identity(name, id)));
    Stream.of("enterprise_email", "email")
        .map(field -> user.path(field).asText())
        .filter(address -> address.contains("@"))
        .findFirst()
        .ifPresent(address -> identities.add(Identity.email(address)));
    return identities;
  }

  @Override
  public Set<String> members(String channel) throws ChatException, InterruptedException {
    Set<String> members = new HashSet<>();
    String next = "";
    for (int page = 0; page < MOST_PAGES; page++) {
      JsonNode data =
          api.get(
              "open-apis/im/v1/chats/%s/members?member_id_type=open_id&page_size=%d%s"
                  .formatted(
                      LarkApi.encoded(channel),
                      PAGE,
                      next.isEmpty() ? "" : "&page_token=" + LarkApi.encoded(next)));
      data.path("items").forEach(item -> members.add(item.path("member_id").asText()));
      next = data.path("page_token").asText();
      if (!data.path("has_more").asBoolean() || next.isEmpty()) {
        learn(members);
        return members;
      }
    }
    throw new ChatException("Lark lists no end of the members of a group.");
  }

  @Override
  public Optional<String> find(Set<Identity> identities)
      throws ChatException, InterruptedException {
    for (Identity identity : identities) {
      if (realm.filter(identity.realm()::equals).isPresent()) {
        return Optional.of(identity.id());
      }
    }
    for (Identity identity : identities) {
      if (identity.realm().equals(Identity.EMAIL)) {
        Optional<String> found = byEmail(identity);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> byEmail(Identity email) throws ChatException, InterruptedException {
    ObjectNode body = JSON.createObjectNode();
    body.putArray("emails").add(email.id());
    JsonNode users =
        api.post("open-apis/contact/v3/users/batch_get_id?user_id_type=open_id", body)
            .path("user_list");
    String id = users.path(0).path("user_id").asText();
    return id.isEmpty() || !account(id).identities().contains(email)
        ? Optional.empty()
        : Optional.of(id);
  }

  /** What was asked before Gill started is not looked up. */
  @Override
  public List<String> earlier(String channel, String thread) {
    return List.of();
  }
}

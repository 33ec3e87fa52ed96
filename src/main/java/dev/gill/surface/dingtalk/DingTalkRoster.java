package dev.gill.surface.dingtalk;

import dev.gill.model.Identity;
import dev.gill.surface.chat.Account;
import dev.gill.surface.chat.ChatException;
import dev.gill.surface.chat.Roster;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The people of an organization, by their staff ids; of groups DingTalk says nothing. */
final class DingTalkRoster implements Roster {
  private static final Duration KNOWN_FOR = Duration.ofMinutes(10);

  private record Known(Set<Identity> identities, Instant since) {}

  private final DingTalkApi api;
  private final InstantSource clock;
  private final Map<String, Known> accounts = new ConcurrentHashMap<>();
  private final Map<String, String> languages = new ConcurrentHashMap<>();

  DingTalkRoster(DingTalkApi api, InstantSource clock) {
    this.api = api;
    this.clock = clock;
  }

  /** DingTalk does not say which language somebody likes; it is the one that they asked in last. */
  void speaks(String account, String language) {
    languages.put(account, language);
  }

  @Override
  public Account account(String id) throws ChatException, InterruptedException {
    Known known = accounts.get(id);
    if (known == null || known.since().isBefore(clock.instant().minus(KNOWN_FOR))) {
      Set<Identity> identities =
          api.orgEmail(id).map(Identity::email).map(Set::of).orElse(Set.of());
      known = new Known(identities, clock.instant());
      accounts.put(id, known);
    }
    return new Account(id, known.identities(), languages.getOrDefault(id, "zh"), true);
  }

  @Override
  public Set<String> members(String channel) throws ChatException {
    throw new ChatException("DingTalk does not say who is in a group.");
  }

  @Override
  public Optional<String> find(Set<Identity> identities) {
    return Optional.empty();
  }

  @Override
  public List<String> earlier(String channel, String thread) {
    return List.of();
  }
}

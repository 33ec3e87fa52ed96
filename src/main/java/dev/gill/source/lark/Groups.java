package dev.gill.source.lark;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gill.model.Identity;
import dev.gill.source.SourceException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which groups the bot is in, who else is in them, and who people are. One thread at a time. */
final class Groups {
  private static final Duration LIST = Duration.ofMinutes(1);
  private static final String USER = "ou_";

  private final ChatSettings settings;
  private final LarkApi api;
  private final Users users;
  private SortedMap<String, Group> followed = new TreeMap<>();
  private final Map<String, Set<String>> members = new HashMap<>();
  private final Map<String, Instant> counted = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private Instant listed = Instant.MIN;

  Groups(ChatSettings settings, LarkApi api) {
    this.settings = settings;
    this.api = api;
    this.users = new Users(api, settings.id().name());
  }

  /** Those that are followed, by id. */
  SortedMap<String, Group> followed() {
    return Collections.unmodifiableSortedMap(followed);
  }

  /** The open ids of those who are in a group. */
  Set<String> members(String group) {
    return members.getOrDefault(group, Set.of());
  }

  Users users() {
    return users;
  }

  /** What somebody is called; their id if nobody says. */
  String name(String account) {
    String known = users.name(account);
    return known.isEmpty() ? names.getOrDefault(account, account) : known;
  }

  /**
   * By which an account is known. People who are in no group any more are looked up one by one.
   *
   * @throws SourceException if Lark cannot be asked
   */
  Collection<Identity> identities(String account) throws SourceException, InterruptedException {
    if (account.startsWith(USER)) {
      users.learn(Set.of(account));
    }
    return users.person(account).identities();
  }

  /** Who came or went there is asked for with the next look. */
  void press(String group) {
    counted.remove(group);
    listed = Instant.MIN;
  }

  /** It was left. */
  void leave(String group) {
    SortedMap<String, Group> others = new TreeMap<>(followed);
    others.remove(group);
    followed = others;
    listed = Instant.MIN;
  }

  /** Lists what is due. */
  void refresh(Instant now) throws SourceException, InterruptedException {
    if (!due(listed, LIST, now)) {
      return;
    }
    SortedMap<String, Group> found = new TreeMap<>();
    for (Group group : list()) {
      if (settings.follows(group)) {
        try {
          count(group.id(), now);
          found.put(group.id(), group);
        } catch (LarkException e) {
          if (!GroupRefusal.left(e)) {
            throw GroupRefusal.of(settings.id(), e, "the members of a group", "im:chat:readonly");
          }
        }
      }
    }
    followed = found;
    members.keySet().retainAll(found.keySet());
    counted.keySet().retainAll(found.keySet());
    listed = now;
  }

  /** All that the bot is in. */
  Collection<Group> list() throws SourceException, InterruptedException {
    Map<String, Group> groups = new TreeMap<>();
    try {
      for (JsonNode each : api.all(Paths.of("im/v1/chats"), Map.of("page_size", "100"), "items")) {
        String id = each.path("chat_id").asText();
        groups.put(id, new Group(id, each.path("name").asText().strip()));
      }
    } catch (LarkException e) {
      throw GroupRefusal.of(settings.id(), e, "which groups its bot is in", "im:chat:readonly");
    }
    return groups.values();
  }

  private void count(String group, Instant now)
      throws SourceException, LarkException, InterruptedException {
    if (!due(counted.getOrDefault(group, Instant.MIN), settings.membersEvery(), now)) {
      return;
    }
    Set<String> inside = new TreeSet<>();
    for (JsonNode each :
        api.all(
            Paths.of("im/v1/chats/{}/members", group),
            Map.of("member_id_type", "open_id", "page_size", "100"),
            "items")) {
      String id = each.path("member_id").asText();
      inside.add(id);
      names.put(id, each.path("name").asText(id));
    }
    users.learn(new HashSet<>(inside));
    members.put(group, inside);
    counted.put(group, now);
  }

  private static boolean due(Instant last, Duration every, Instant now) {
    return last.equals(Instant.MIN) || !last.plus(every).isAfter(now);
  }
}

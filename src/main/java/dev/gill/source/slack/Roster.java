package dev.gill.source.slack;

import dev.gill.source.SourceException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who is in the workspace, which conversations are followed, and who is in them. */
final class Roster {
  /** How often channels are listed, and the least time between two looks at all accounts. */
  private static final Duration LIST = Duration.ofMinutes(1);

  private final SlackSettings settings;
  private final Api api;
  private Optional<Api.Self> self = Optional.empty();
  private Members members;
  private SortedMap<String, Channel> channels = new TreeMap<>();
  private final Map<String, Set<String>> inside = new HashMap<>();
  private final Map<String, Instant> counted = new HashMap<>();
  private Instant accountsAt = Instant.MIN;
  private Instant listedAt = Instant.MIN;
  private boolean accountsDue = true;

  Roster(SlackSettings settings, Api api) {
    this.settings = settings;
    this.api = api;
    this.members = new Members(settings.id().name(), Map.of());
  }

  Members members() {
    return members;
  }

  /** The conversations that are followed, by id. */
  SortedMap<String, Channel> channels() {
    return channels;
  }

  String url() {
    return self.map(Api.Self::url).orElse("");
  }

  void pressChannels() {
    listedAt = Instant.MIN;
  }

  void pressAccounts() {
    accountsDue = true;
  }

  void pressMembers(String channel) {
    counted.remove(channel);
    listedAt = Instant.MIN; // who came or went may be the app itself
  }

  /** This one was left. */
  void leave(String channel) {
    SortedMap<String, Channel> others = new TreeMap<>(channels);
    others.remove(channel);
    channels = others;
    listedAt = Instant.MIN;
  }

  /** Lists what is due. */
  void refresh(Instant now) throws SourceException, InterruptedException {
    if (self.isEmpty()) {
      self = Optional.of(api.self());
    }
    boolean pressed = accountsDue && due(accountsAt, LIST, now);
    if (pressed || due(accountsAt, settings.members(), now)) {
      accounts(self.get());
      accountsAt = now;
      accountsDue = false;
    }
    if (due(listedAt, LIST, now)) {
      channels(self.get(), now);
      listedAt = now;
    }
  }

  private void accounts(Api.Self me) throws SourceException, InterruptedException {
    Map<String, Member> byId = new HashMap<>();
    for (var user : api.users()) {
      Member member = Member.of(user, me.team());
      byId.put(member.id(), member);
    }
    // Some servers do not list who has gone; they stay credited.
    members.byId().forEach((id, gone) -> byId.computeIfAbsent(id, _ -> gone.inactive()));
    Members now = new Members(settings.id().name(), byId);
    members = now.equals(members) ? members : now;
  }

  private void channels(Api.Self me, Instant now) throws SourceException, InterruptedException {
    SortedMap<String, Channel> followed = new TreeMap<>();
    for (Channel listed : api.channels(settings.kinds())) {
      try {
        Channel channel = listed.with(inside(listed, me, now));
        if (settings.follows(channel)) {
          followed.put(channel.id(), channel);
        }
      } catch (LeftChannelException e) {
        counted.remove(listed.id()); // it was left between two requests
      }
    }
    inside.keySet().retainAll(followed.keySet());
    counted.keySet().retainAll(followed.keySet());
    channels = followed;
  }

  private Set<String> inside(Channel channel, Api.Self me, Instant now)
      throws SourceException, InterruptedException, LeftChannelException {
    if (channel.kind() == Kind.DIRECT) {
      Set<String> both = new HashSet<>(channel.members());
      both.add(me.user());
      return both;
    }
    boolean ruled = channel.kind() == Kind.PUBLIC || channel.kind() == Kind.PRIVATE;
    if (ruled && !settings.follows(channel)) {
      return Set.of();
    }
    if (channel.kind() == Kind.PUBLIC && !members.anyGuest()) {
      return Set.of();
    }
    if (due(counted.getOrDefault(channel.id(), Instant.MIN), settings.members(), now)) {
      inside.put(channel.id(), new TreeSet<>(api.members(channel.id())));
      counted.put(channel.id(), now);
    }
    return inside.get(channel.id());
  }

  private static boolean due(Instant last, Duration every, Instant now) {
    return last.equals(Instant.MIN) || !last.plus(every).isAfter(now);
  }
}

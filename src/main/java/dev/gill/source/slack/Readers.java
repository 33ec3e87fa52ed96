package dev.gill.source.slack;

import dev.gill.model.Audience;
import dev.gill.model.GroupId;
import dev.gill.model.Person;
import dev.gill.model.Rights;
import dev.gill.model.Scope;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who may read which channel: of a public one all full members of the workspace and the guests in
 * it, of any other who is in it, of one that was left nobody.
 */
final class Readers {
  private static final String WORKSPACE = "workspace";

  /** What rights are made of. */
  private record Known(Members members, List<Channel> channels, Set<String> left) {}

  private final SlackSettings settings;
  private Optional<Known> known = Optional.empty();
  private Rights rights = Rights.NONE;

  Readers(SlackSettings settings) {
    this.settings = settings;
  }

  Scope scope(String channel) {
    return new Scope(settings.id(), channel);
  }

  Rights rights(State state) {
    Known now =
        new Known(
            state.members(),
            state.channels().stream().map(State.Held::channel).toList(),
            state.left());
    if (!known.equals(Optional.of(now))) {
      rights = made(state);
      known = Optional.of(now);
    }
    return rights;
  }

  private Rights made(State state) {
    Map<Scope, Audience> audiences = new HashMap<>();
    Map<GroupId, Set<Person>> members = new HashMap<>();
    members.put(group(WORKSPACE), state.members().full());
    for (State.Held held : state.channels()) {
      Channel channel = held.channel();
      audiences.put(scope(channel.id()), audience(channel));
      members.put(group(channel.id()), state.members().people(channel.members()));
    }
    for (String channel : state.left()) {
      audiences.put(scope(channel), new Audience.Nobody());
      members.put(group(channel), Set.of());
    }
    return new Rights(audiences, members);
  }

  private Audience audience(Channel channel) {
    Set<GroupId> groups = new HashSet<>(Set.of(group(channel.id())));
    if (channel.kind() != Kind.PUBLIC) {
      return new Audience.AnyOf(groups);
    }
    groups.add(group(WORKSPACE));
    return settings.audience().orElse(new Audience.AnyOf(groups));
  }

  private GroupId group(String name) {
    return new GroupId(settings.id().name(), name);
  }
}

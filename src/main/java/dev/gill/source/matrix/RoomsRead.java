package dev.gill.source.matrix;

import dev.gill.model.Audience;
import dev.gill.model.GroupId;
import dev.gill.model.Identity;
import dev.gill.model.PassedOver;
import dev.gill.model.Person;
import dev.gill.model.Rights;
import dev.gill.model.Scope;
import dev.gill.source.PassedOverTally;
import dev.gill.source.chat.Kept;
import dev.gill.source.chat.Post;
import dev.gill.source.chat.Room;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a look found, in the words that all sources share: a room is a scope of its own, its members
 * are a group, and they may read it.
 */
final class RoomsRead {
  private final MatrixSettings settings;
  private final States states;
  private Map<String, Made> made = new HashMap<>();
  private List<Room> rooms = List.of();
  private Set<String> unfinished = Set.of();
  private Rights rights = Rights.NONE;
  private Set<Scope> scopes = Set.of();
  private volatile List<PassedOver> passedOver = List.of();

  private record Made(Kept kept, Room room) {}

  RoomsRead(MatrixSettings settings, States states) {
    this.settings = settings;
    this.states = states;
  }

  /** Takes over what a look found. */
  void see(FollowedRooms.Look look) {
    Map<String, Made> now = new HashMap<>();
    Set<String> filling = new HashSet<>();
    List<PassedOver> unread = new ArrayList<>();
    for (Map.Entry<String, Kept> each : new TreeMap<>(look.rooms()).entrySet()) {
      String room = each.getKey();
      RoomState state = states.of(room, each.getValue());
      if (isHidden(room, state)) {
        unread.addAll(left(room, PassedOver.Reason.RESTRICTED, state.title(room, look.account())));
      }
      if (!state.read) {
        continue;
      }
      if (state.encrypted) {
        unread.addAll(left(room, PassedOver.Reason.ENCRYPTED, state.title(room, look.account())));
      }
      if (state.gaps.isEmpty()) {
        Made before = made.get(room);
        boolean same = before != null && before.kept() == each.getValue();
        now.put(room, same ? before : make(room, each.getValue(), state, look.account()));
      } else {
        filling.add(room);
      }
    }
    made = now;
    rooms = now.values().stream().map(Made::room).toList();
    unfinished = Set.copyOf(filling);
    rights = rights(look);
    scopes = rights.audiences().keySet();
    passedOver = List.copyOf(unread);
  }

  List<Room> rooms() {
    return rooms;
  }

  /** Keys of rooms of which not everything was read that was said. */
  Set<String> unfinished() {
    return unfinished;
  }

  Rights rights() {
    return rights;
  }

  /** Those of all rooms, also of those that are not read or were left. */
  Set<Scope> scopes() {
    return scopes;
  }

  List<PassedOver> passedOver() {
    return passedOver;
  }

  /** Nothing of it is read, which its members may know. */
  private boolean isHidden(String room, RoomState state) {
    return !state.read
        && settings.hidesHistory(state)
        && settings.isChosen(room, state)
        && !state.isDirect();
  }

  private List<PassedOver> left(String room, PassedOver.Reason reason, String title) {
    PassedOverTally tally = new PassedOverTally(settings.id(), settings.scope(room));
    tally.add(reason, title);
    return tally.groups();
  }

  private Made make(String key, Kept kept, RoomState state, String own) {
    String via = own.substring(own.indexOf(':') + 1);
    List<Post> posts =
        kept.posts().values().stream().map(post -> shown(post, key, state, via)).toList();
    Room room = new Room(key, state.title(key, own), settings.scope(key), posts);
    return new Made(kept, room);
  }

  private Post shown(Post post, String room, RoomState state, String via) {
    String link =
        "%s%s/%s?via=%s"
            .formatted(
                settings.link(),
                Homeserver.encoded(room),
                Homeserver.encoded(post.id()),
                Homeserver.encoded(via));
    return post.shown(state.called(post.account()), link, post.text(), post.addressed());
  }

  /** What the account left, or was removed from, is nobody's at once. */
  private Rights rights(FollowedRooms.Look look) {
    Map<Scope, Audience> audiences = new HashMap<>();
    Map<GroupId, Set<Person>> members = new HashMap<>();
    look.rooms()
        .forEach(
            (room, kept) -> {
              RoomState state = states.of(room, kept);
              if (state.read || isHidden(room, state)) {
                GroupId group = new GroupId(settings.id().name(), room);
                audiences.put(settings.scope(room), audience(state, group));
                members.put(group, people(state));
              } else {
                audiences.put(settings.scope(room), new Audience.Nobody());
              }
            });
    look.gone().forEach(room -> audiences.put(settings.scope(room), new Audience.Nobody()));
    return new Rights(audiences, members);
  }

  private Audience audience(RoomState state, GroupId group) {
    Audience open = settings.openRooms().filter(_ -> state.isOpen()).orElse(new Audience.Nobody());
    return switch (open) {
      case Audience.Everyone everyone -> everyone;
      case Audience.AnyOf(Set<GroupId> groups) -> {
        Set<GroupId> all = new HashSet<>(groups);
        all.add(group);
        yield new Audience.AnyOf(all);
      }
      case Audience.Nobody _, Audience.AllOf _, Audience.ReadersOf _ ->
          new Audience.AnyOf(Set.of(group));
    };
  }

  private Set<Person> people(RoomState state) {
    return state.joined().stream()
        .map(account -> Person.of(new Identity(settings.id().name(), account)))
        .collect(Collectors.toSet());
  }
}

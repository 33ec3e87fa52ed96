package dev.gill.source.lark;

import dev.gill.model.Audience;
import dev.gill.model.GroupId;
import dev.gill.model.Person;
import dev.gill.model.Rights;
import dev.gill.model.Scope;
import dev.gill.source.SourceException;
import dev.gill.source.chat.Kept;
import dev.gill.source.chat.Post;
import dev.gill.source.chat.Room;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a look found, in the words that all sources share: a group is a scope of its own, and those
 * who are in it may read it.
 */
final class GroupsRead {
  private record Made(Kept kept, Group group, Room room) {}

  private final ChatSettings settings;
  private final Groups groups;
  private final String link;
  private Map<String, Made> made = new HashMap<>();

  GroupsRead(ChatSettings settings, Groups groups) {
    this.settings = settings;
    this.groups = groups;
    boolean lark = settings.http().base().toString().equals(Platform.LARK);
    this.link =
        "https://applink.%s/client/chat/open?openChatId="
            .formatted(lark ? "larksuite.com" : "feishu.cn");
  }

  Scope scope(String group) {
    return new Scope(settings.id(), group);
  }

  /** One that has not changed stays the same object. */
  List<Room> rooms(FollowedGroups.Look look) throws SourceException, InterruptedException {
    Map<String, Made> now = new HashMap<>();
    List<Room> rooms = new ArrayList<>();
    for (Map.Entry<String, Kept> each : look.rooms().entrySet()) {
      Group group = groups.followed().getOrDefault(each.getKey(), new Group(each.getKey(), ""));
      Made before = made.get(each.getKey());
      boolean same =
          before != null && before.kept() == each.getValue() && before.group().equals(group);
      Made is = same ? before : new Made(each.getValue(), group, room(group, each.getValue()));
      now.put(each.getKey(), is);
      rooms.add(is.room());
    }
    made = now;
    return rooms;
  }

  private Room room(Group group, Kept kept) throws SourceException, InterruptedException {
    groups
        .users()
        .learn(
            kept.posts().values().stream()
                .filter(post -> !post.bot())
                .map(Post::account)
                .collect(Collectors.toSet()));
    List<Post> posts =
        kept.posts().values().stream()
            .map(
                post ->
                    post.shown(
                        groups.name(post.account()),
                        link + group.id(),
                        post.text(),
                        post.addressed()))
            .toList();
    return new Room(group.id(), group.title(), scope(group.id()), posts);
  }

  /** What the bot left, or was removed from, is nobody's at once. */
  Rights rights(FollowedGroups.Look look) {
    Map<Scope, Audience> audiences = new HashMap<>();
    Map<GroupId, Set<Person>> members = new HashMap<>();
    for (String group : look.rooms().keySet()) {
      GroupId id = new GroupId(settings.id().name(), group);
      audiences.put(scope(group), new Audience.AnyOf(Set.of(id)));
      Set<Person> people = new HashSet<>();
      groups.members(group).forEach(account -> people.add(groups.users().person(account)));
      members.put(id, people);
    }
    look.left().forEach(group -> audiences.put(scope(group), new Audience.Nobody()));
    return new Rights(audiences, members);
  }
}

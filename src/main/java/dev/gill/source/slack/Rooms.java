package dev.gill.source.slack;

import dev.gill.model.Scope;
import dev.gill.source.chat.Post;
import dev.gill.source.chat.Room;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes rooms of channels. One whose messages and names have not changed stays the same object. */
final class Rooms {
  private record Made(State.Held held, Members members, Room room) {}

  private final SlackSettings settings;
  private Map<String, Made> made = new HashMap<>();

  Rooms(SlackSettings settings) {
    this.settings = settings;
  }

  List<Room> of(State state) {
    Map<String, Made> now = new HashMap<>();
    Map<String, String> names = new HashMap<>();
    state.channels().forEach(held -> names.put(held.channel().id(), held.channel().name()));
    List<Room> rooms = new ArrayList<>();
    for (State.Held held : state.channels()) {
      Made before = made.get(held.channel().id());
      boolean same = before != null && before.held() == held && before.members() == state.members();
      Made is = same ? before : new Made(held, state.members(), room(held, state, names));
      now.put(held.channel().id(), is);
      rooms.add(is.room());
    }
    made = now;
    return rooms;
  }

  private Room room(State.Held held, State state, Map<String, String> names) {
    Members members = state.members();
    Mrkdwn markup = new Mrkdwn(account -> members.name(account).orElse(account), names);
    List<Post> posts =
        held.posts().stream().map(post -> shown(post, held.channel(), state, markup)).toList();
    return new Room(
        held.channel().id(),
        held.channel().title(members),
        new Scope(settings.id(), held.channel().id()),
        posts);
  }

  private static Post shown(Post post, Channel channel, State state, Mrkdwn markup) {
    Set<String> addressed = new HashSet<>();
    Mrkdwn.mentioned(post.text()).forEach(addressed::add);
    return post.shown(
        name(post, state.members()),
        link(post, channel.id(), state.url()),
        markup.plain(post.text()),
        addressed);
  }

  static String name(Post post, Members members) {
    return Optional.of(post.name())
        .filter(name -> post.bot() && !name.isEmpty())
        .or(() -> members.name(post.account()))
        .orElseGet(() -> post.name().isEmpty() ? post.account() : post.name());
  }

  /** As Slack itself makes them, so that no request is needed for one. */
  private static String link(Post post, String channel, String url) {
    if (url.isEmpty()) {
      return "";
    }
    String link = "%sarchives/%s/p%s".formatted(url, channel, post.id().replace(".", ""));
    return Posts.isReply(post)
        ? "%s?thread_ts=%s&cid=%s".formatted(link, post.thread().orElseThrow(), channel)
        : link;
  }
}

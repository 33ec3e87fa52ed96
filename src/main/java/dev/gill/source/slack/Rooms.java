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
import java.util.function.Predicate;

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
    Predicate<String> optedOut = account -> settings.optedOut(members.identities(account));
    List<Post> posts =
        held.lines().stream()
            .filter(line -> !line.leftOut() || optedOut.test(line.account()))
            .map(line -> post(line, held.channel(), state, markup))
            .toList();
    return new Room(
        held.channel().id(),
        held.channel().title(members),
        new Scope(settings.id(), held.channel().id()),
        posts);
  }

  private static Post post(Line line, Channel channel, State state, Mrkdwn markup) {
    Set<String> addressed = new HashSet<>();
    Mrkdwn.mentioned(line.text()).forEach(addressed::add);
    return new Post(
        line.ts(),
        line.account(),
        name(line, state.members()),
        line.at(),
        link(line, channel.id(), state.url()),
        line.leftOut() ? line.text() : markup.plain(line.text()),
        Optional.empty(),
        Optional.of(line.thread()).filter(root -> !root.isEmpty()),
        addressed,
        line.bot());
  }

  static String name(Line line, Members members) {
    return Optional.of(line.name())
        .filter(name -> line.bot() && !name.isEmpty())
        .or(() -> members.name(line.account()))
        .orElseGet(() -> line.name().isEmpty() ? line.account() : line.name());
  }

  /** As Slack itself makes them, so that no request is needed for one. */
  private static String link(Line line, String channel, String url) {
    if (url.isEmpty()) {
      return "";
    }
    String link = "%sarchives/%s/p%s".formatted(url, channel, line.ts().replace(".", ""));
    return line.reply() ? "%s?thread_ts=%s&cid=%s".formatted(link, line.thread(), channel) : link;
  }
}

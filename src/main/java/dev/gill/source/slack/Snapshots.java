package dev.gill.source.slack;

import dev.gill.source.chat.Kept;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was read, for other threads; what has not changed stays the same object. */
final class Snapshots {
  private record Taken(Kept kept, State.Held held) {}

  private Map<String, Taken> taken = new HashMap<>();

  State of(
      Roster roster,
      Map<String, Reading> readings,
      Canvases canvases,
      Set<String> left,
      String standing) {
    Map<String, Taken> now = new HashMap<>();
    List<State.Held> held = new ArrayList<>();
    Set<String> unread = new HashSet<>();
    readings.forEach(
        (id, reading) -> {
          Channel channel = roster.channels().get(id);
          Taken taking = take(channel, reading.kept(), canvases.of(channel));
          now.put(id, taking);
          held.add(taking.held());
          if (!reading.whole() || !canvases.allAsked(channel)) {
            unread.add(id);
          }
        });
    taken = now;
    return new State(roster.members(), roster.url(), held, unread, left, standing);
  }

  private Taken take(Channel channel, Kept kept, List<Canvas> canvases) {
    Taken before = taken.get(channel.id());
    boolean same =
        before != null
            && before.kept() == kept
            && before.held().channel().equals(channel)
            && before.held().canvases().equals(canvases);
    return same
        ? before
        : new Taken(kept, new State.Held(channel, List.copyOf(kept.posts().values()), canvases));
  }
}

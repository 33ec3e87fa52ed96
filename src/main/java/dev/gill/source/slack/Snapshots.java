package dev.gill.source.slack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Copies of what was read, for other threads; what has not changed is not copied again. */
final class Snapshots {
  private record Taken(long version, State.Held held) {}

  private Map<String, Taken> taken = new HashMap<>();

  State of(Roster roster, Map<String, Reading> readings, Set<String> left, String standing) {
    Map<String, Taken> now = new HashMap<>();
    List<State.Held> held = new ArrayList<>();
    Set<String> unread = new HashSet<>();
    readings.forEach(
        (id, reading) -> {
          Taken taking = take(roster.channels().get(id), reading.archive());
          now.put(id, taking);
          held.add(taking.held());
          if (!reading.whole()) {
            unread.add(id);
          }
        });
    taken = now;
    return new State(roster.members(), roster.url(), held, unread, left, standing);
  }

  private Taken take(Channel channel, Archive archive) {
    Taken before = taken.get(channel.id());
    boolean same =
        before != null
            && before.version() == archive.version()
            && before.held().channel().equals(channel);
    return same
        ? before
        : new Taken(archive.version(), new State.Held(channel, List.copyOf(archive.lines())));
  }
}

package dev.gill.source.matrix;

import dev.gill.source.chat.Kept;
import java.util.HashMap;
import java.util.Map;

/** Remembers what the heads of rooms say, since most of them stay as they are. */
final class States {
  private record Known(Kept kept, RoomState state) {}

  private final Map<String, Known> known = new HashMap<>();

  /** A room's state, which nobody changes. */
  RoomState of(String room, Kept kept) {
    Known before = known.get(room);
    if (before == null || before.kept() != kept) {
      before = new Known(kept, Heads.read(kept.head()));
      known.put(room, before);
    }
    return before.state();
  }
}

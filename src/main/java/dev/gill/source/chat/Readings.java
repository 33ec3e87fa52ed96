package dev.gill.source.chat;

import dev.gill.source.SourceException;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The readings of all rooms of a chat that is asked room by room, over one archive. How far a room
 * was read stands in its head. All within {@link Archive#hold}, one thread at a time.
 *
 * @param <R> how a room is read
 */
public final class Readings<R extends RoomReading> {
  private static final String POSITION = "";

  private final Archive archive;
  private final Function<String, R> make;
  private final SortedMap<String, R> open = new TreeMap<>();
  private final Map<String, Instant> served = new HashMap<>();
  private final Set<String> left = new HashSet<>();

  /**
   * Reads none yet.
   *
   * @param make begins to read a room
   */
  public Readings(Archive archive, Function<String, R> make) {
    this.archive = archive;
    this.make = make;
  }

  /** Opens what is followed, and leaves what is not any more. */
  public void adopt(Set<String> followed) {
    Set<String> known = new HashSet<>(archive.rooms().keySet());
    known.addAll(open.keySet());
    known.stream().filter(room -> !followed.contains(room)).forEach(this::leave);
    for (String room : followed) {
      left.remove(room);
      open.computeIfAbsent(room, make)
          .goOn(Optional.ofNullable(archive.rooms().get(room)), archive::plain);
    }
  }

  /** Reads it no more; what is kept of it goes with the next {@link #keep}. */
  public void leave(String room) {
    open.remove(room);
    left.add(room);
  }

  /** Rooms that were followed before and are not any more. */
  public Set<String> left() {
    return Set.copyOf(left);
  }

  public SortedMap<String, R> all() {
    return Collections.unmodifiableSortedMap(open);
  }

  /** How a room is read; empty if it is not. */
  public Optional<R> of(String room) {
    return Optional.ofNullable(open.get(room));
  }

  /** Rooms that are pressed first, then those that waited longest. */
  public List<String> turns() {
    return open.keySet().stream()
        .sorted(
            Comparator.comparing((String room) -> !open.get(room).pressed())
                .thenComparing(room -> served.getOrDefault(room, Instant.MIN)))
        .toList();
  }

  /** Something was asked of it. */
  public void served(String room, Instant now) {
    served.put(room, now);
  }

  /** Keeps what is new of all rooms, and nothing of those that were left. */
  public void keep() throws SourceException, InterruptedException {
    Map<String, Optional<Kept>> changed = new TreeMap<>();
    archive.rooms().keySet().stream()
        .filter(room -> !open.containsKey(room))
        .forEach(room -> changed.put(room, Optional.empty()));
    open.forEach(
        (room, reading) -> reading.news().ifPresent(kept -> changed.put(room, Optional.of(kept))));
    if (changed.isEmpty()) {
      return;
    }
    archive.keep(changed, POSITION);
    changed.keySet().stream()
        .filter(open::containsKey)
        .forEach(room -> open.get(room).isKept(archive.rooms().get(room)));
  }
}

package dev.gill.lab.campaign;

import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a campaign has done to a chat: its rooms, who is in them, and what was said there. */
final class ChatRooms {
  private final List<Room> rooms = new ArrayList<>();
  private final List<Talk> talks = new ArrayList<>();

  static final class Room {
    final String id;
    final boolean open;
    final Set<String> inside = new TreeSet<>(Set.of(ChatTerrain.OWNER, ChatServer.GILL));
    boolean archived;

    Room(String id, boolean open) {
      this.id = id;
      this.open = open;
    }
  }

  /** A text that a message has or had, by the id of the message or of the edit. */
  record Text(String id, String mark) {}

  record Said(String id, String by, Deque<Text> texts) {}

  /** A thread; its messages are those that were not deleted, in the order of time. */
  record Talk(Room room, String root, List<Said> messages) {
    boolean holdsRoot() {
      return messages.getFirst().id().equals(root);
    }
  }

  /** A message of a thread. */
  record Place(Talk talk, Said said) {}

  List<Room> rooms() {
    return rooms;
  }

  List<Talk> talks() {
    return talks;
  }

  List<Talk> answerable() {
    return talks.stream().filter(talk -> !talk.room().archived).toList();
  }

  /** What was said by those who are still there. */
  List<Place> own() {
    return answerable().stream()
        .flatMap(talk -> talk.messages().stream().map(said -> new Place(talk, said)))
        .filter(place -> place.talk().room().inside.contains(place.said().by()))
        .toList();
  }

  /** All that may go without leaving the beginning of a thread alone. */
  List<Place> deletable() {
    return own().stream()
        .filter(
            place ->
                place.talk().messages().size() > 2
                    || !place.talk().holdsRoot()
                    || place.said().id().equals(place.talk().root()))
        .toList();
  }

  List<Place> edited() {
    return own().stream().filter(place -> place.said().texts().size() > 1).toList();
  }

  static List<String> missing(Room room) {
    List<String> missing = new ArrayList<>(room.archived ? List.of() : ChatTerrain.PEOPLE);
    if (!room.archived) {
      missing.add(ChatServer.GILL);
    }
    missing.removeAll(room.inside);
    return missing;
  }

  static List<String> removable(Room room) {
    List<String> removable = new ArrayList<>(room.archived ? List.of() : room.inside);
    removable.remove(ChatTerrain.OWNER);
    return removable;
  }

  /**
   * What Gill must hold of it now, and who may read it.
   *
   * @param ofOpen who may read an open room without being in it
   */
  SortedMap<String, Expected> documents(Set<String> ofOpen) {
    SortedMap<String, Expected> expected = new TreeMap<>();
    for (Talk talk : talks) {
      if (talk.room().inside.contains(ChatServer.GILL)) {
        Set<String> marks =
            talk.messages().stream()
                .map(said -> said.texts().getLast().mark())
                .collect(Collectors.toSet());
        String key = "%s/%s".formatted(talk.room().id, talk.messages().getFirst().id());
        expected.put(key, new Expected(marks, true, readers(talk.room(), ofOpen)));
      }
    }
    return expected;
  }

  private static Set<String> readers(Room room, Set<String> ofOpen) {
    Set<String> readers = new TreeSet<>(room.inside);
    readers.remove(ChatServer.GILL);
    if (room.open) {
      readers.addAll(ofOpen);
    }
    return readers;
  }
}

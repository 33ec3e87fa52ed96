package dev.gill.source.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What {@code /sync} says.
 *
 * @param next where the next one goes on
 * @param joined what is new in rooms that the account is in
 * @param left rooms that it was in
 * @param invited how many rooms it could join
 * @param direct the rooms that the account's owner marked as direct; empty if that is as it was
 */
record SyncAnswer(
    String next,
    SortedMap<String, News> joined,
    Set<String> left,
    int invited,
    Optional<Set<String>> direct) {
  /**
   * What is new in a room.
   *
   * @param state what changed before the first of {@code events}
   * @param limited whether more was said between the last answer and {@code events}
   * @param before where what was said earlier can be read from, backwards
   */
  record News(List<Event> state, List<Event> events, boolean limited, String before) {}

  static SyncAnswer of(JsonNode node) {
    JsonNode rooms = node.path("rooms");
    SortedMap<String, News> joined = new TreeMap<>();
    for (Map.Entry<String, JsonNode> room : rooms.path("join").properties()) {
      JsonNode timeline = room.getValue().path("timeline");
      joined.put(
          room.getKey(),
          new News(
              events(room.getValue().path("state").path("events")),
              events(timeline.path("events")),
              timeline.path("limited").asBoolean(),
              timeline.path("prev_batch").asText()));
    }
    Set<String> left = new HashSet<>();
    rooms.path("leave").fieldNames().forEachRemaining(left::add);
    return new SyncAnswer(
        node.path("next_batch").asText(),
        joined,
        left,
        rooms.path("invite").size(),
        direct(node.path("account_data").path("events")));
  }

  static List<Event> events(JsonNode nodes) {
    List<Event> events = new ArrayList<>();
    nodes.forEach(node -> events.add(Event.of(node)));
    return events;
  }

  private static Optional<Set<String>> direct(JsonNode accountData) {
    Optional<Set<String>> direct = Optional.empty();
    for (JsonNode event : accountData) {
      if (event.path("type").asText().equals("m.direct")) {
        Set<String> rooms = new HashSet<>();
        event.path("content").forEach(each -> each.forEach(room -> rooms.add(room.asText())));
        direct = Optional.of(rooms);
      }
    }
    return direct;
  }

  /** Whether anything happened that matters here. */
  boolean isNews() {
    return !joined.isEmpty() || !left.isEmpty() || direct.isPresent();
  }
}

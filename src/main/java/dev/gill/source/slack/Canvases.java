package dev.gill.source.slack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gill.source.SourceException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The canvases that channels show beside their messages. Messages do not speak of them, so each is
 * asked for by itself: when it is new, when an event names it, and from time to time.
 */
final class Canvases {
  private static final int REQUESTS_A_LOOK = 20;

  private record Asked(Optional<JsonNode> file, Instant at) {}

  private final Api api;
  private final Duration every;
  private final Map<String, Asked> asked = new HashMap<>();

  Canvases(Api api, Duration every) {
    this.api = api;
    this.every = every;
  }

  /** This file is asked for with the next look, if it is one of them. */
  void press(String file) {
    asked.computeIfPresent(file, (_, before) -> new Asked(before.file(), Instant.MIN));
  }

  /** Asks for what is due, which stood longest first. */
  void refresh(Collection<Channel> channels, Instant now)
      throws SourceException, InterruptedException {
    Set<String> shown = new TreeSet<>();
    channels.forEach(channel -> shown.addAll(channel.canvases()));
    asked.keySet().retainAll(shown);
    List<String> due =
        shown.stream()
            .filter(id -> at(id).equals(Instant.MIN) || !at(id).plus(every).isAfter(now))
            .sorted(Comparator.comparing(this::at))
            .limit(REQUESTS_A_LOOK)
            .toList();
    for (String id : due) {
      asked.put(id, new Asked(api.file(id), now));
    }
  }

  private Instant at(String file) {
    return asked.containsKey(file) ? asked.get(file).at() : Instant.MIN;
  }

  /** Those of a channel that are there and that its members may read. */
  List<Canvas> of(Channel channel) {
    return channel.canvases().stream()
        .flatMap(id -> Optional.ofNullable(asked.get(id)).flatMap(Asked::file).stream())
        .flatMap(file -> Canvas.of(file, channel).stream())
        .toList();
  }

  /** Whether all of a channel's were asked for once; until then none of them counts as gone. */
  boolean allAsked(Channel channel) {
    return asked.keySet().containsAll(channel.canvases());
  }
}

package dev.gill.source.slack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gill.source.chat.Post;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Some messages of a channel, or of a thread.
 *
 * @param more whether there are others
 * @param cursor by which the next ones are asked for; empty if Slack names none
 */
record Page(List<JsonNode> messages, boolean more, String cursor) {
  /** All that are there, also those that nobody said. */
  Set<String> present() {
    return messages.stream()
        .map(message -> message.path("ts").asText())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Those that somebody said. */
  Set<String> said() {
    return posts().stream().map(Post::id).collect(Collectors.toSet());
  }

  List<Post> posts() {
    return messages.stream().map(Posts::of).flatMap(Optional::stream).toList();
  }

  /** How many replies each thread that begins here has, and when the last one came. */
  SortedMap<String, String> threads() {
    SortedMap<String, String> threads = new TreeMap<>();
    for (JsonNode message : messages) {
      if (message.path("reply_count").asInt() > 0) {
        threads.put(
            message.path("ts").asText(),
            "%d/%s"
                .formatted(
                    message.path("reply_count").asInt(), message.path("latest_reply").asText()));
      }
    }
    return threads;
  }

  /** The first by time; empty if there is none. */
  String oldest() {
    return present().stream().findFirst().orElse("");
  }

  /** The last by time; empty if there is none. */
  String newest() {
    return present().stream().reduce((_, last) -> last).orElse("");
  }
}

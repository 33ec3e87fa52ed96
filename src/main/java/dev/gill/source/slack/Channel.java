package dev.gill.source.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A channel or direct message.
 *
 * @param name without its sign; empty for a direct message
 * @param members the accounts in it, as far as they matter
 */
record Channel(String id, String name, Kind kind, Set<String> members) {
  Channel {
    members = Set.copyOf(members);
  }

  /** Reads what {@code conversations.*} say of one. */
  static Channel of(JsonNode channel) {
    Kind kind =
        channel.path("is_im").asBoolean()
            ? Kind.DIRECT
            : channel.path("is_mpim").asBoolean()
                ? Kind.GROUP
                : channel.path("is_private").asBoolean() || channel.path("is_group").asBoolean()
                    ? Kind.PRIVATE
                    : Kind.PUBLIC;
    String other = channel.path("user").asText("");
    return new Channel(
        channel.path("id").asText(),
        kind.direct() ? "" : channel.path("name").asText(""),
        kind,
        other.isEmpty() ? Set.of() : Set.of(other));
  }

  Channel with(Set<String> accounts) {
    return new Channel(id, name, kind, accounts);
  }

  /** As people read it. */
  String title(Members directory) {
    if (!kind.direct()) {
      return "#" + name;
    }
    List<String> names =
        new TreeSet<>(members).stream().map(each -> directory.name(each).orElse(each)).toList();
    return names.stream().sorted().collect(Collectors.joining(", "));
  }
}

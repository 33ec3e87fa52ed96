package dev.gill.source.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A channel or direct message.
 *
 * @param name without its sign; empty for a direct message
 * @param members the accounts in it, as far as they matter
 * @param canvas the file of its own canvas
 * @param tabs the files of canvases that stand beside its messages
 */
record Channel(
    String id,
    String name,
    Kind kind,
    Set<String> members,
    Optional<String> canvas,
    Set<String> tabs) {
  Channel {
    members = Set.copyOf(members);
    Objects.requireNonNull(canvas, "canvas");
    tabs = Set.copyOf(tabs);
  }

  Channel(String id, String name, Kind kind, Set<String> members) {
    this(id, name, kind, members, Optional.empty(), Set.of());
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
        other.isEmpty() ? Set.of() : Set.of(other),
        canvas(channel.path("properties").path("canvas")),
        tabs(channel.path("properties").path("tabs")));
  }

  private static Optional<String> canvas(JsonNode canvas) {
    return Optional.of(canvas.path("file_id").asText(""))
        .filter(id -> !id.isEmpty() && !canvas.path("is_empty").asBoolean());
  }

  private static Set<String> tabs(JsonNode tabs) {
    Set<String> files = new TreeSet<>();
    for (JsonNode tab : tabs) {
      String file = tab.path("data").path("file_id").asText("");
      if (tab.path("type").asText().contains("canvas") && !file.isEmpty()) {
        files.add(file);
      }
    }
    return files;
  }

  Channel with(Set<String> accounts) {
    return new Channel(id, name, kind, accounts, canvas, tabs);
  }

  /** The files of all canvases that it shows. */
  Set<String> canvases() {
    Set<String> all = new TreeSet<>(tabs);
    canvas.ifPresent(all::add);
    return all;
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

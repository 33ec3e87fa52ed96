package dev.gill.app.config;

import dev.gill.source.Nearest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The names of all settings besides those of sources and groups, and what a wrong one was meant to
 * be.
 */
final class Names {
  static final List<String> KNOWN =
      List.of(
          "gill.data",
          "gill.models",
          "gill.feedback",
          "gill.answer.model",
          "gill.embed.device",
          "gill.embed.threads",
          "gill.embed.model.en",
          "gill.embed.model.zh",
          "gill.access.groups",
          "gill.people.optout",
          "gill.http.hosts",
          "gill.http.body-timeout",
          "gill.http.asks",
          "gill.http.asks-per-caller");

  private static final Set<String> ROOMS = Set.of("gill.sources", "gill.groups", "gill.people");
  private static final List<String> ROOTS = List.of("gill", "quarkus");

  private Names() {}

  /** The known name that is nearest to an unknown one. */
  static Optional<String> nearest(String unknown) {
    int second = unknown.indexOf('.', unknown.indexOf('.') + 1);
    Optional<String> room =
        second < 0 ? Optional.empty() : Nearest.of(unknown.substring(0, second), ROOMS);
    return room.map(near -> near + unknown.substring(second)).or(() -> Nearest.of(unknown, KNOWN));
  }

  /** What a name in the file was meant to be that begins nearly, but not quite, as Gill's do. */
  static Optional<String> meant(String name) {
    int dot = name.indexOf('.');
    String root = dot < 0 ? name : name.substring(0, dot);
    if (ROOTS.contains(root) || root.startsWith("%")) {
      return Optional.empty();
    }
    if (KNOWN.contains("gill." + name) || name.startsWith("sources.")) {
      return Optional.of("gill." + name);
    }
    return dot < 0
        ? Optional.empty()
        : Nearest.of(root.toLowerCase(Locale.ROOT), ROOTS).map(near -> near + name.substring(dot));
  }
}

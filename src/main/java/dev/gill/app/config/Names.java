package dev.gill.app.config;

import dev.gill.source.Nearest;
import io.smallrye.config.WithParentName;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The names of all settings besides those of sources and groups, and what a wrong one was meant to
 * be.
 */
final class Names {
  /** Read off what is mapped, and the models that are named by a language. */
  static final List<String> KNOWN =
      Stream.concat(
              Stream.of("gill.embed.model.en", "gill.embed.model.zh"),
              names("gill", MappedConfig.class))
          .toList();

  private static final Set<String> ROOMS = Set.of("gill.sources", "gill.groups", "gill.people");
  private static final List<String> ROOTS = List.of("gill", "quarkus");

  /** What variables begin with that no name here is for. */
  private static final Pattern OTHERS =
      Pattern.compile(
          "GILL_(SOURCES|GROUPS|HOOKS|SERVICE|PORT)_.+|GILL_PORT|GILL_JAVA_OPTS|GILL_TOKEN|GILL_EMBED_MODEL_.+");

  private static final SortedMap<String, String> VARIABLES = new TreeMap<>();

  static {
    KNOWN.forEach(name -> VARIABLES.put(variable(name).toLowerCase(Locale.ROOT), variable(name)));
  }

  private Names() {}

  /** Of settings that have one name each: groups, hooks and the like are named by who runs Gill. */
  private static Stream<String> names(String room, Class<?> mapped) {
    return Arrays.stream(mapped.getDeclaredMethods())
        .filter(method -> !method.isSynthetic() && method.getReturnType() != Map.class)
        .flatMap(method -> names(name(room, method), method));
  }

  private static Stream<String> names(String name, Method method) {
    Class<?> type = method.getReturnType();
    return type.getEnclosingClass() == MappedConfig.class ? names(name, type) : Stream.of(name);
  }

  private static String name(String room, Method method) {
    String last = method.getName().replaceAll("(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    return method.isAnnotationPresent(WithParentName.class) ? room : room + "." + last;
  }

  private static String variable(String name) {
    return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }

  /**
   * What a variable of the environment was meant to be that is nearly, but not quite, one of
   * Gill's. Container platforms set some of their own that begin so, for a service of that name.
   */
  static Optional<String> meantVariable(String variable) {
    int end = variable.indexOf('_');
    if (end < 0 || VARIABLES.containsValue(variable) || OTHERS.matcher(variable).matches()) {
      return Optional.empty();
    }
    if (!variable.startsWith("GILL_")) {
      String right = "GILL" + variable.substring(end);
      String root = variable.substring(0, end);
      return Nearest.of(root, Set.of("gill"))
          .filter(_ -> VARIABLES.containsValue(right))
          .map(_ -> right);
    }
    int second = variable.indexOf('_', end + 1);
    Optional<String> room =
        second < 0
            ? Optional.empty()
            : Nearest.of(variable.substring(0, second), Set.of("gill_sources", "gill_groups"));
    return room.map(near -> near.toUpperCase(Locale.ROOT) + variable.substring(second))
        .or(() -> Nearest.of(variable, VARIABLES.keySet()).map(VARIABLES::get));
  }

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

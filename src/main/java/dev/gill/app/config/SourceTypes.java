package dev.gill.app.config;

import dev.gill.source.Nearest;
import dev.gill.source.SourceType;
import dev.gill.source.folder.FolderType;
import dev.gill.source.git.GitType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The types of sources that there are. */
public final class SourceTypes {
  /** A new type is registered by a line here. */
  private static final List<SourceType> ALL = List.of(new FolderType(), new GitType());

  private SourceTypes() {}

  /** All of them. */
  public static List<SourceType> all() {
    return ALL;
  }

  /**
   * The type of a source.
   *
   * @param written what the configuration says it is
   * @throws ConfigException if there is none of that name, or no name
   */
  static SourceType named(String source, Optional<String> written) {
    String wrong = written.isEmpty() ? "is missing" : "is not known";
    return ALL.stream()
        .filter(type -> written.filter(type.name()::equals).isPresent())
        .findFirst()
        .orElseThrow(
            () ->
                new ConfigException(
                    "gill.sources.%s.type %s; use %s%s."
                        .formatted(source, wrong, names(), hint(written))));
  }

  private static String hint(Optional<String> written) {
    return written
        .flatMap(word -> Nearest.of(word, ALL.stream().map(SourceType::name).toList()))
        .map(" (did you mean %s?)"::formatted)
        .orElse("");
  }

  private static String names() {
    return ALL.stream().map(SourceType::name).collect(Collectors.joining(" or "));
  }
}

package dev.gill.source;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which paths of a tree are documents, by relative path with {@code /}.
 *
 * <p>Never: what is hidden (a leading dot) or lies in something hidden, {@code node_modules}, and
 * what editors leave about ({@code ~$*}, {@code *.swp}, {@code *~}). Otherwise: what can be read,
 * lies under an include pattern if there are any, and under no exclude pattern.
 *
 * <p>Patterns are globs: {@code *} and {@code ?} stop at a {@code /}, <code>**</code> does not,
 * <code>{a,b}</code> is either, {@code [a-z]} one of. A pattern without {@code /} holds for a
 * file's or folder's name at any depth, any other for the path from the top. One that holds for a
 * folder holds for all that is in it.
 */
public final class PathFilter {
  private final List<Pattern> include;
  private final List<Pattern> exclude;
  private final Predicate<String> readable;

  /**
   * @param include globs; none means everything
   * @param exclude globs, which win over {@code include}
   * @param readable whether a file of this name has a format that can be read
   * @throws IllegalArgumentException if a pattern is not a glob
   */
  public PathFilter(List<String> include, List<String> exclude, Predicate<String> readable) {
    this.include = include.stream().map(Globs::compile).toList();
    this.exclude = exclude.stream().map(Globs::compile).toList();
    this.readable = readable;
  }

  /** Whether the file at this path is a document. */
  public boolean takes(String path) {
    List<String> prefixes = prefixes(path);
    return readable.test(name(path))
        && prefixes.stream().noneMatch(this::refuses)
        && (include.isEmpty() || prefixes.stream().anyMatch(prefix -> any(include, prefix)));
  }

  /** Whether documents may lie in the folder at this path; the empty path is the top. */
  public boolean descends(String path) {
    return path.isEmpty() || prefixes(path).stream().noneMatch(this::refuses);
  }

  private boolean refuses(String path) {
    String name = name(path);
    return name.startsWith(".")
        || name.startsWith("~$")
        || name.endsWith("~")
        || name.endsWith(".swp")
        || name.equals("node_modules")
        || any(exclude, path);
  }

  private static boolean any(List<Pattern> patterns, String path) {
    return patterns.stream().anyMatch(pattern -> pattern.matcher(path).matches());
  }

  /** The path's folders from the top, and the path itself. */
  private static List<String> prefixes(String path) {
    List<String> prefixes = new ArrayList<>();
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      prefixes.add(path.substring(0, slash));
    }
    prefixes.add(path);
    return prefixes;
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}

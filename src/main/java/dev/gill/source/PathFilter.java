package dev.gill.source;

import dev.gill.model.PassedOver.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which paths of a tree are documents, by relative path with {@code /}.
 *
 * <p>Never: what is hidden (a leading dot) or lies in something hidden, {@code node_modules}, and
 * recycle bins, backups and what else programs leave about ({@link Leftovers}). Otherwise: what can
 * be read, lies under an include pattern if there are any, and under no exclude pattern. Copies of
 * a document that stands beside them are no documents either ({@link StaleCopy}); that is for the
 * one who sees the neighbours to find out.
 *
 * <p>Patterns are globs: {@code *} and {@code ?} stop at a {@code /}, <code>**</code> does not,
 * <code>{a,b}</code> is either, {@code [a-z]} one of. A pattern without {@code /} holds for a
 * file's or folder's name at any depth, any other for the path from the top. One that holds for a
 * folder holds for all that is in it.
 */
public final class PathFilter {
  private static final Verdict TAKEN = new Verdict.Taken();
  private static final Verdict EXCLUDED = new Verdict.Ignored(Reason.EXCLUDED);
  private static final Verdict HIDDEN = new Verdict.Ignored(Reason.HIDDEN);

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
    return file(path) instanceof Verdict.Taken;
  }

  /** Whether documents may lie in the folder at this path; the empty path is the top. */
  public boolean descends(String path) {
    return folder(path) instanceof Verdict.Taken;
  }

  /** What becomes of the file at this path. */
  public Verdict file(String path) {
    int slash = path.lastIndexOf('/');
    Verdict above = slash < 0 ? TAKEN : folder(path.substring(0, slash));
    if (!(above instanceof Verdict.Taken)) {
      return above;
    }
    String name = name(path);
    Verdict verdict = judge(path, Leftovers.file(name).map(PathFilter::leftFile));
    if (!(verdict instanceof Verdict.Taken)) {
      return verdict;
    }
    if (!include.isEmpty() && prefixes(path).stream().noneMatch(prefix -> any(include, prefix))) {
      return EXCLUDED;
    }
    return readable.test(name) ? TAKEN : UnreadFormat.of(name);
  }

  /** What becomes of the folder at this path; the empty path is the top. */
  public Verdict folder(String path) {
    if (path.isEmpty()) {
      return TAKEN;
    }
    return prefixes(path).stream()
        .map(prefix -> judge(prefix, Leftovers.folder(name(prefix)).map(PathFilter::leftFolder)))
        .filter(verdict -> !(verdict instanceof Verdict.Taken))
        .findFirst()
        .orElse(TAKEN);
  }

  private Verdict judge(String path, Optional<Verdict> leftover) {
    if (any(exclude, path)) {
      return EXCLUDED;
    }
    String name = name(path);
    boolean hidden = name.startsWith(".") || name.equals("node_modules");
    return leftover.orElse(hidden ? HIDDEN : TAKEN);
  }

  private static Verdict leftFile(Reason reason) {
    return new Verdict.PassedOver(reason, "", PassedOverSentences.one(reason));
  }

  private static Verdict leftFolder(Reason reason) {
    return new Verdict.PassedOver(reason, "", PassedOverSentences.folder(reason, ""));
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

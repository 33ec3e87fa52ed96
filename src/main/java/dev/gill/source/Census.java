package dev.gill.source;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Counts which files of a tree would be read, and why the others would not, for a check. */
public final class Census {
  private static final int SHOWN = 5;
  private static final Pattern EXTENSION = Pattern.compile(".*\\.([A-Za-z0-9]{1,10})");

  private final PathFilter chosen;
  private final PathFilter wanted;
  private final Map<String, Integer> unknown = new TreeMap<>();
  private Optional<String> first = Optional.empty();
  private int read;
  private int leftOut;

  /** Counts by what {@link PathFilter} is made of. */
  public Census(List<String> include, List<String> exclude, Predicate<String> readable) {
    this.chosen = new PathFilter(include, exclude, readable);
    this.wanted = new PathFilter(include, exclude, name -> true);
  }

  /** Lets every file through that is not hidden, so that all can be counted. */
  public static PathFilter everything() {
    return new PathFilter(List.of(), List.of(), name -> true);
  }

  /**
   * Counts a file.
   *
   * @param path below the top, with {@code /}
   * @return whether it would be read
   */
  public boolean add(String path) {
    if (chosen.takes(path)) {
      read++;
      first = first.or(() -> Optional.of(path));
      return true;
    }
    if (wanted.takes(path)) {
      unknown.merge(extension(path), 1, Integer::sum);
    } else {
      leftOut++;
    }
    return false;
  }

  /** The first file that would be read. */
  public Optional<String> first() {
    return first;
  }

  /**
   * What it comes to, as the step {@code documents}, which fails if nothing would be read.
   *
   * @param links how many links are passed over
   */
  public CheckStep step(int links) {
    String rest = rest(links);
    return read > 0
        ? CheckStep.passed(
            "documents", "%s would be read%s.".formatted(files(read), rest.isEmpty() ? "" : rest))
        : CheckStep.failed(
            "documents",
            "No file would be read%s; %s."
                .formatted(
                    rest,
                    leftOut > 0
                        ? "correct include and exclude"
                        : "put documents there, or name the place where they are"));
  }

  private String rest(int links) {
    int others = unknown.values().stream().mapToInt(Integer::intValue).sum();
    String formats =
        others == 0
            ? ""
            : ", %s of a format that Gill does not know (%s)".formatted(files(others), kinds());
    String settings =
        leftOut == 0 ? "" : ", %s left out by include and exclude".formatted(files(leftOut));
    String away = links == 0 ? "" : ", %d %s".formatted(links, links == 1 ? "link" : "links");
    String passed = formats + settings + away;
    return passed.isEmpty() ? "" : "; passed over: " + passed.substring(2);
  }

  private String kinds() {
    String most =
        unknown.entrySet().stream()
            .sorted(
                Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(SHOWN)
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", "));
    return unknown.size() > SHOWN ? most + ", …" : most;
  }

  private static String files(int count) {
    return count == 1 ? "1 file" : count + " files";
  }

  private static String extension(String path) {
    Matcher named = EXTENSION.matcher(path.substring(path.lastIndexOf('/') + 1));
    return named.matches() ? "." + named.group(1).toLowerCase(Locale.ROOT) : "without an extension";
  }
}

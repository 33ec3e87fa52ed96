package dev.gill.source;

import dev.gill.model.PassedOver;
import dev.gill.model.PassedOver.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Counts which files of a tree would be read, and why the others would not, for a check. */
public final class Census {
  private static final int SHOWN = 5;

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
      String ending = UnreadFormat.ending(path.substring(path.lastIndexOf('/') + 1));
      unknown.merge(ending.isEmpty() ? "without an extension" : ending, 1, Integer::sum);
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
   * @param others what is passed over for other reasons than its format
   */
  public CheckStep step(List<PassedOver> others) {
    String rest = rest(others);
    return read > 0
        ? CheckStep.passed("documents", "%s would be read%s.".formatted(files(read), rest))
        : CheckStep.failed(
            "documents",
            "No file would be read%s; %s."
                .formatted(
                    rest,
                    leftOut > 0
                        ? "correct include and exclude"
                        : "put documents there, or name the place where they are"));
  }

  private String rest(List<PassedOver> passedOver) {
    List<String> parts = new ArrayList<>();
    int others = unknown.values().stream().mapToInt(Integer::intValue).sum();
    if (others > 0) {
      parts.add("%s of a format that Gill does not know (%s)".formatted(files(others), kinds()));
    }
    if (leftOut > 0) {
      parts.add("%s left out by include and exclude".formatted(files(leftOut)));
    }
    passedOver.stream()
        .filter(group -> group.reason() != Reason.HIDDEN && group.reason() != Reason.EXCLUDED)
        .forEach(group -> parts.add(counted(group)));
    return parts.isEmpty() ? "" : "; passed over: " + String.join(", ", parts);
  }

  private static String counted(PassedOver group) {
    String noun =
        switch (group.reason()) {
          case LEADS_OUT, LINK -> "link";
          case RECYCLED -> "recycle bin";
          case BACKUP -> "backup";
          case CONFLICT_COPY -> "conflict copy";
          case ENCRYPTED -> "encrypted room";
          case RESTRICTED -> "restricted room";
          case SYSTEM -> "system file";
          case HIDDEN -> "hidden file";
          case FORMAT, PICTURE, WORDLESS, RECORDING, ARCHIVE, PROGRAM, EXCLUDED -> "file";
        };
    boolean one = group.count() == 1;
    String nouns = noun.endsWith("y") ? noun.replaceFirst("y$", "ies") : noun + "s";
    return "%d %s (%s)".formatted(group.count(), one ? noun : nouns, group.docs().getFirst().key());
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
}

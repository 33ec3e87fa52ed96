package dev.gill.parse.canonical;

import java.util.regex.Pattern;

/** Distinguishes line breaks that mean something from those of running prose. */
final class LineBreaks {
  /** Columns from which on a line may have been broken because it was full. */
  private static final int FULL = 50;

  private static final Pattern ENDED =
      Pattern.compile(".*[.!?。！？…:：;；][\"'”’)）\\]]*\\s*", Pattern.DOTALL);

  /** A figure whose unit stands below it. */
  private static final Pattern FIGURE = Pattern.compile("[\\d.,]*\\d");

  private LineBreaks() {}

  /** Whether two lines that the author parted are to be read apart. */
  static boolean part(String before, String after) {
    String next = after.strip();
    if (before.isBlank() || next.isEmpty()) {
      return false;
    }
    if (FIGURE.matcher(before.strip()).matches() && Character.isLowerCase(next.codePointAt(0))) {
      return false;
    }
    int first = next.codePointAt(0);
    boolean goesOn = Character.isLowerCase(first) || Character.isIdeographic(first);
    boolean full = Characters.columns(before.strip()) >= FULL;
    return !(full && goesOn && !ENDED.matcher(before).matches());
  }
}

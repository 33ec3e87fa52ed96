package dev.gill.surface.web;

import java.util.List;

/**
 * Questions that the first page offers to try where the documents that answer them are there.
 *
 * @param tries in the order in which they are offered
 * @param coming whether these documents are followed, so that the questions are offered while the
 *     first pass has yet to reach them
 */
public record Suggestions(List<Try> tries, boolean coming) {
  /**
   * A question.
   *
   * @param key of the document that answers it, in whichever source
   */
  public record Try(String key, String question) {
    private static final String BETWEEN = " | ";

    /** Reads a line such as {@code handbook/leave.md | How many days of leave are there?}. */
    public static Try of(String line) {
      int end = line.indexOf(BETWEEN);
      if (end < 0) {
        throw new IllegalArgumentException("'%s' names no document".formatted(line));
      }
      return new Try(line.substring(0, end), line.substring(end + BETWEEN.length()));
    }
  }

  public Suggestions {
    tries = List.copyOf(tries);
  }
}

package dev.gill.surface;

import java.util.List;

/**
 * An answer written out as Markdown, for programs that show text: what it says with markers such as
 * {@code [1]}, and below it where each quote stands.
 *
 * @param pieces that follow each other without anything between: one for each statement, then where
 *     they stand; whoever streams sends one at a time
 * @param marks the markers in the text of the answer, in its order
 */
public record AnswerText(List<String> pieces, List<Mark> marks) {
  public AnswerText {
    pieces = List.copyOf(pieces);
    marks = List.copyOf(marks);
  }

  /**
   * A marker in the text.
   *
   * @param start offset of its first UTF-16 unit
   * @param end offset after its last one
   * @param url where the quote can be opened
   * @param title of the document
   */
  public record Mark(int start, int end, String url, String title) {}

  /** All of it. */
  public String text() {
    return String.join("", pieces);
  }
}

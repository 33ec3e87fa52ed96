package dev.gill.parse.recognition;

import java.util.List;

/**
 * A line of text that a picture shows.
 *
 * @param paragraph counts the paragraphs of the picture; a line of another one has another number
 * @param parts its text, parted where a gap stands as between the columns of a table
 * @param lefts for each part, its distance from the picture's left edge, in pixels
 * @param base distance of its baseline from the picture's top, in pixels
 * @param height of its letters, in pixels
 */
public record RecognizedLine(
    int paragraph, List<String> parts, List<Integer> lefts, int base, int height) {
  public RecognizedLine {
    parts = List.copyOf(parts);
    lefts = List.copyOf(lefts);
  }

  /** Its text as a whole. */
  public String words() {
    return String.join(" ", parts);
  }
}

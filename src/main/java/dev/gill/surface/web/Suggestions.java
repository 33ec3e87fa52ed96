package dev.gill.surface.web;

import java.util.List;

/**
 * Questions that the page offers to try.
 *
 * @param questions in the order in which they are offered; none are offered if empty
 */
public record Suggestions(List<String> questions) {
  public Suggestions {
    questions = List.copyOf(questions);
  }
}

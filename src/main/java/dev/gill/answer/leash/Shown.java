package dev.gill.answer.leash;

import java.util.List;

/**
 * A passage as a model was shown it.
 *
 * @param number by which it is to be cited, from 1
 * @param text as it stands in the document
 */
public record Shown(int number, String title, List<String> headings, String text) {
  public Shown {
    headings = List.copyOf(headings);
  }
}

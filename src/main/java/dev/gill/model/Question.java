package dev.gill.model;

import java.util.Objects;

/**
 * What is asked, by whom, and of what. The text is stripped and must not be blank.
 *
 * @param restriction what of the documents is searched
 */
public record Question(String text, Reader reader, Restriction restriction) {
  public Question {
    Objects.requireNonNull(reader, "reader");
    Objects.requireNonNull(restriction, "restriction");
    text = text.strip();
    if (text.isEmpty()) {
      throw new IllegalArgumentException("a question must not be empty");
    }
  }

  /** Asked of all that the reader may read. */
  public Question(String text, Reader reader) {
    this(text, reader, Restriction.none());
  }
}

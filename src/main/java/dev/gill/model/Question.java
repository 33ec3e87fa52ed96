package dev.gill.model;

import java.util.Objects;

/** What is asked, and by whom. The text is stripped and must not be blank. */
public record Question(String text, Reader reader) {
  public Question {
    Objects.requireNonNull(reader, "reader");
    text = text.strip();
    if (text.isEmpty()) {
      throw new IllegalArgumentException("a question must not be empty");
    }
  }
}

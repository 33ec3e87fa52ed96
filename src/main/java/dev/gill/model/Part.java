package dev.gill.model;

import java.util.Objects;

/**
 * A stretch of a quote as it is read, without the marks of lists, tables and code. Parts follow
 * each other without anything between; a line break in words begins a new line, and code stands on
 * lines of its own.
 *
 * @param marked whether it is what was looked for, rather than what stands beside it
 */
public record Part(Kind kind, String text, boolean marked) {
  /** How a part is read. */
  public enum Kind {
    WORDS,
    /** Line breaks and spaces matter. */
    CODE
  }

  public Part {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(text, "text");
  }
}

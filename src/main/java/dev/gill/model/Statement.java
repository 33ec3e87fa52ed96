package dev.gill.model;

import java.util.List;

/**
 * A part of an answer, and where the documents say so. How a citation is marked in it is for each
 * surface to choose.
 *
 * @param text as it is read, without any markup
 * @param parts the same, with code kept apart from words
 * @param citations never empty
 */
public record Statement(String text, List<Part> parts, List<Citation> citations) {
  public Statement {
    parts = List.copyOf(parts);
    citations = List.copyOf(citations);
    if (text.isBlank() || citations.isEmpty()) {
      throw new IllegalArgumentException("a statement has words and at least one citation");
    }
  }
}

package dev.gill.model;

import java.util.List;

/**
 * A part of an answer, and where the documents say so. How a citation is marked in it is for each
 * surface to choose.
 *
 * @param text as it is read, without any markup
 * @param citations never empty
 */
public record Statement(String text, List<Citation> citations) {
  public Statement {
    citations = List.copyOf(citations);
    if (text.isBlank() || citations.isEmpty()) {
      throw new IllegalArgumentException("a statement has words and at least one citation");
    }
  }
}

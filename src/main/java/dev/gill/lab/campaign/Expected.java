package dev.gill.lab.campaign;

import java.util.Set;

/**
 * What a document must be like in the index.
 *
 * @param marks words that its text holds, and no other's
 * @param alone whether it holds no other such word
 * @param readers the names of those who may read it
 */
record Expected(Set<String> marks, boolean alone, Set<String> readers) {
  Expected {
    marks = Set.copyOf(marks);
    readers = Set.copyOf(readers);
  }

  /** One that holds a mark, and perhaps others. */
  Expected(String mark, Set<String> readers) {
    this(Set.of(mark), false, readers);
  }

  /** Whether the text is as it must be. */
  boolean isSaidBy(String text) {
    Set<String> found = Prose.marks(text);
    return alone ? found.equals(marks) : found.containsAll(marks);
  }
}

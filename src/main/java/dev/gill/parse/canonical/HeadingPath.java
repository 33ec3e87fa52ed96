package dev.gill.parse.canonical;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The headings that are open at a place of a document, outermost first. */
final class HeadingPath {
  private record Open(int level, String title) {}

  private final Deque<Open> open = new ArrayDeque<>();
  private List<String> titles = List.of();

  /** Their titles. */
  List<String> titles() {
    return titles;
  }

  boolean isEmpty() {
    return open.isEmpty();
  }

  /** The level of the innermost one; 0 if none is open. */
  int level() {
    return open.isEmpty() ? 0 : open.getLast().level();
  }

  /** Opens one, which closes those of its level and deeper. */
  void enter(int level, String title) {
    close(level);
    open.addLast(new Open(level, title));
    note();
  }

  /** Closes those of a level and deeper. */
  void close(int level) {
    while (!open.isEmpty() && open.getLast().level() >= level) {
      open.removeLast();
    }
    note();
  }

  /** Closes the innermost one. */
  void leave() {
    open.removeLast();
    note();
  }

  private void note() {
    titles = open.stream().map(Open::title).toList();
  }
}

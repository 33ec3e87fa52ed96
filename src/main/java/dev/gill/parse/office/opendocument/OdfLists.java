package dev.gill.parse.office.opendocument;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The lists of an OpenDocument file that are open, and how they mark their items. */
final class OdfLists {
  /**
   * What stands before an item.
   *
   * @param depth 0 for the outermost list
   * @param marker {@code -} or {@code 1.}; empty if the list shows none
   */
  record Mark(int depth, String marker) {}

  private static final class Open {
    private final String style;
    private int items;
    private boolean fresh;

    Open(String style) {
      this.style = style;
    }
  }

  private final OdfStyles styles;
  private final Deque<Open> open = new ArrayDeque<>();

  OdfLists(OdfStyles styles) {
    this.styles = styles;
  }

  boolean isEmpty() {
    return open.isEmpty();
  }

  /** A list without a style has that of the list around it. */
  void start(String style) {
    open.push(new Open(style.isEmpty() && !open.isEmpty() ? open.peek().style : style));
  }

  void startItem() {
    if (!open.isEmpty()) {
      open.peek().fresh = true;
    }
  }

  void end() {
    open.pop();
  }

  /** How the line that comes next is marked; empty if it does not begin an item. */
  Optional<Mark> mark() {
    if (open.isEmpty() || !open.peek().fresh) {
      return Optional.empty();
    }
    Open list = open.peek();
    list.fresh = false;
    list.items++;
    String marker =
        styles.isNumbered(list.style, open.size())
            ? list.items + "."
            : styles.isUnmarked(list.style, open.size()) ? "" : "-";
    return Optional.of(new Mark(open.size() - 1, marker));
  }
}

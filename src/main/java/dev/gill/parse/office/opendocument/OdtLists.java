package dev.gill.parse.office.opendocument;

import dev.gill.parse.xml.XmlNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The lists of an OpenDocument text that are open, and how their items are marked. */
final class OdtLists {
  /**
   * What stands before a paragraph.
   *
   * @param depth 0 for the outermost list
   * @param label empty if nothing is printed
   */
  record Label(int depth, String label, boolean bullet) {
    /** Whether it holds white space, so that it is read as words. */
    boolean isWords() {
      return label.chars().anyMatch(Character::isWhitespace);
    }

    boolean isMarker() {
      return !bullet && !label.isEmpty() && !isWords();
    }
  }

  private static final String NUMBER = "text:list-level-style-number";

  private static final class Open {
    private final String style;
    private final OdtNumbers numbers;
    private boolean fresh;
    private int start;

    Open(String style, OdtNumbers numbers) {
      this.style = style;
      this.numbers = numbers;
    }
  }

  private final OdtStyles styles;
  private final Deque<Open> open = new ArrayDeque<>();
  private final Map<String, OdtNumbers> byStyle = new HashMap<>();
  private final Map<String, OdtNumbers> byId = new HashMap<>();
  private final OdtNumbers headings = new OdtNumbers();

  OdtLists(OdtStyles styles) {
    this.styles = styles;
  }

  boolean isEmpty() {
    return open.isEmpty();
  }

  /** A list without a style has that of the list around it. */
  void start(XmlNode list) {
    String own = list.attr("text:style-name");
    String style = own.isEmpty() && !open.isEmpty() ? open.peek().style : own;
    OdtNumbers numbers = open.isEmpty() ? numbers(list, style) : open.peek().numbers;
    open.push(new Open(style, numbers));
  }

  private OdtNumbers numbers(XmlNode list, String style) {
    OdtNumbers before = byId.get(list.attr("text:continue-list"));
    if (before == null && list.attr("text:continue-numbering").equals("true")) {
      before = byStyle.get(style);
    }
    OdtNumbers numbers = before == null ? new OdtNumbers() : before;
    byStyle.put(style, numbers);
    if (!list.attr("xml:id").isEmpty()) {
      byId.put(list.attr("xml:id"), numbers);
    }
    return numbers;
  }

  void item(XmlNode item) {
    Open list = open.peek();
    list.fresh = item.name().equals("text:list-item");
    list.start = XmlNode.number(item.attr("text:start-value"), 0);
  }

  void end() {
    open.pop();
  }

  /** What stands before the paragraph that comes next; empty if it begins no item. */
  Optional<Label> next() {
    if (open.isEmpty() || !open.peek().fresh) {
      return Optional.empty();
    }
    Open list = open.peek();
    list.fresh = false;
    int level = open.size();
    boolean bullet = !styles.level(list.style, level).name().equals(NUMBER);
    String label =
        bullet ? "" : list.numbers.next(level, list.start, i -> styles.level(list.style, i));
    return Optional.of(new Label(level - 1, label, bullet));
  }

  /** The number of a heading with a space; empty if none is printed. */
  String heading(XmlNode heading, int level) {
    if (heading.attr("text:is-list-header").equals("true")) {
      return "";
    }
    if (!open.isEmpty()) {
      return next().map(label -> label.label() + " ").orElse("");
    }
    boolean anew = heading.attr("text:restart-numbering").equals("true");
    int start = anew ? XmlNode.number(heading.attr("text:start-value"), 1) : 0;
    return headings.next(level, start, styles::outline) + " ";
  }
}

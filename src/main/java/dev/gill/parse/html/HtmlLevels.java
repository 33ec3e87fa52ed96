package dev.gill.parse.html;

import org.jsoup.nodes.Element;

/** Which heading a part of a page stands under, by its place in the tree. */
final class HtmlLevels {
  private static final int MOST_STEPS = 500;

  private HtmlLevels() {}

  /**
   * The level below the heading that stands before this, or before something around it: one within
   * a part before this, such as another answer, does not count.
   */
  static int below(Element part) {
    int steps = 0;
    for (Element at = part; at != null; at = at.parent()) {
      for (Element before = at.previousElementSibling();
          before != null && steps < MOST_STEPS;
          before = before.previousElementSibling()) {
        steps++;
        int level = level(before);
        if (level > 0) {
          return level + 1;
        }
      }
    }
    return Integer.MAX_VALUE;
  }

  private static int level(Element element) {
    String outer = element.normalName();
    boolean head = outer.equals("header") || outer.equals("hgroup");
    Element heading = head ? element.selectFirst("h1, h2, h3, h4, h5, h6") : element;
    String name = heading == null ? "" : heading.normalName();
    return name.matches("h[1-6]") ? name.charAt(1) - '0' : 0;
  }
}

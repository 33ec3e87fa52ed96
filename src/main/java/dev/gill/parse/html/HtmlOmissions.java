package dev.gill.parse.html;

import dev.gill.parse.canonical.Inline;
import dev.gill.parse.canonical.LeftOuts;
import org.jsoup.nodes.Element;

/** What of a page is not read: furniture, and what is struck out or hidden. */
record HtmlOmissions(LeftOuts leftOut) {
  /**
   * Passes over what is not read, and notes that.
   *
   * @param line that it would stand in
   * @return whether the element is passed over
   */
  boolean passesOver(Element element, Inline line) {
    if (HtmlElements.isFurniture(element)) {
      return true;
    }
    boolean says = element.hasText();
    if (HtmlElements.isStruck(element)) {
      if (says) {
        leftOut.struck();
      }
      line.omitted();
      return true;
    }
    if (HtmlElements.isHiddenByAuthor(element)) {
      if (says) {
        leftOut.hidden();
      }
      return true;
    }
    return false;
  }
}

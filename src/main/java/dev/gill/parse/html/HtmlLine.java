package dev.gill.parse.html;

import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Inline;
import dev.gill.parse.canonical.LeftOuts;
import dev.gill.parse.canonical.Limits;
import dev.gill.parse.canonical.Refused;
import java.util.function.Consumer;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Writes the inline content of HTML: words, links, raised text, pictures, fields and breaks. */
final class HtmlLine {
  private final HtmlNotes notes;
  private final HtmlOmissions omissions;
  private final HtmlMedia media;
  private final Limits limits;
  private final int firstLine;
  private Inline line = new Inline();
  private boolean targets = true;

  /**
   * Begins an empty line.
   *
   * @param firstLine the line of the original on which the HTML begins; 0 if it has no lines
   */
  HtmlLine(HtmlNotes notes, CanonicalText text, int firstLine) {
    this.notes = notes;
    LeftOuts leftOut = new LeftOuts(text::leftOut);
    this.omissions = new HtmlOmissions(leftOut);
    this.media = new HtmlMedia(this, leftOut);
    this.limits = text.limits();
    this.firstLine = firstLine;
  }

  boolean isEmpty() {
    return line.isEmpty();
  }

  /** What was written so far; the next line begins. */
  Inline take() {
    Inline taken = line;
    line = new Inline();
    return taken;
  }

  int startLine(Node node) {
    return firstLine > 0 && node.sourceRange().isTracked()
        ? firstLine - 1 + node.sourceRange().start().lineNumber()
        : 0;
  }

  void words(TextNode node) {
    String words = node.getWholeText();
    int current = startLine(node);
    int from = 0;
    for (int end = words.indexOf('\n'); end >= 0; end = words.indexOf('\n', from)) {
      line.line(current).text(words.substring(from, end)).softBreak();
      current += current > 0 ? 1 : 0;
      from = end + 1;
    }
    line.line(current).text(words.substring(from));
  }

  /** Words that stand in an attribute. */
  void words(Element element, String words) {
    line.line(startLine(element)).space().text(words).space();
  }

  /** What the words right before lead to. */
  void target(String url) {
    line.target(url);
  }

  /** Passes over what is not read, and notes that: whether this is such. */
  boolean passesOver(Element element) {
    return omissions.passesOver(element, line);
  }

  /** Writes an element that stands within a line. */
  void element(Element element, Consumer<Element> children) {
    String name = element.normalName();
    if (HtmlElements.isRaised(element)) {
      raised(element);
      return;
    }
    switch (name) {
      case "br" -> line.lineBreak();
      case "a" -> link(element, children);
      case "img" -> media.picture(element);
      case "svg" -> media.drawing(element);
      case "math" -> words(element, HtmlMath.of(element, limits.depth()));
      case "input", "select", "textarea" -> words(element, HtmlFields.begin(element, line));
      case "label" -> {
        if (!HtmlFields.isBox(element.previousElementSibling())) {
          line.lineBreak();
        }
        children.accept(element);
        line.space();
      }
      case "wbr" -> {}
      case "q" -> {
        line.text("“");
        children.accept(element);
        line.text("”");
      }
      default -> {
        if (HtmlMedia.isEmbedded(name)) {
          media.embedded(element);
        } else {
          children.accept(element);
        }
      }
    }
  }

  private void raised(Element element) {
    Inline outer = line;
    line = new Inline();
    boolean targetsOutside = targets;
    targets = false;
    inside(element, 0);
    targets = targetsOutside;
    Inline inner = line;
    line = outer;
    line.line(startLine(element)).raised(inner.toString(), notes.isMark(element));
  }

  private void link(Element element, Consumer<Element> children) {
    int before = line.length();
    children.accept(element);
    boolean says = line.length() > before && element.hasText();
    if (targets && says) {
      line.target(element.attr("href"));
    }
  }

  /** All text of an element as one line. */
  Inline all(Element element) {
    Inline outer = line;
    line = new Inline();
    inside(element, 0);
    Inline made = line;
    line = outer;
    return made;
  }

  /** The same without the targets of links. */
  Inline heading(Element element) {
    targets = false;
    Inline made = all(element);
    targets = true;
    return made;
  }

  private void inside(Element parent, int depth) {
    if (depth > limits.depth()) {
      throw Refused.nested();
    }
    for (Node node : parent.childNodes()) {
      if (node instanceof TextNode words) {
        if (parent.normalName().equals("pre")) {
          code(words);
        } else {
          words(words);
        }
      } else if (node instanceof Element element && !passesOver(element)) {
        inner(element, depth);
      }
    }
  }

  private void inner(Element element, int depth) {
    boolean cell = element.normalName().equals("td") || element.normalName().equals("th");
    boolean apart = HtmlElements.isBlock(element) && !cell;
    if (apart) {
      line.lineBreak();
    } else if (cell) {
      line.space();
    }
    element(element, inner -> inside(inner, depth + 1));
    if (apart) {
      line.lineBreak();
    } else if (cell) {
      line.space();
    }
  }

  private void code(TextNode node) {
    int number = startLine(node);
    for (String part : node.getWholeText().split("\n", -1)) {
      line.line(number).text(part).lineBreak();
      number += number > 0 ? 1 : 0;
    }
  }
}

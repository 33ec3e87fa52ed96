package dev.gill.parse.office.opendocument;

import dev.gill.model.LeftOut;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Inline;
import dev.gill.parse.canonical.MarkedText;
import java.util.ArrayDeque;
import java.util.Deque;
import org.xml.sax.Attributes;

/**
 * The words of a cell or paragraph of an OpenDocument file as its elements come by: struck-out ones
 * are left out, raised ones marked, and links say where they lead.
 */
final class OdfWords {
  private enum Look {
    PLAIN,
    STRUCK,
    RAISED
  }

  private final CanonicalText text;
  private final OdfLook look;
  private final Deque<Look> spans = new ArrayDeque<>();
  private final Deque<String> links = new ArrayDeque<>();
  private Inline line = new Inline();

  OdfWords(CanonicalText text, OdfLook look) {
    this.text = text;
    this.look = look;
  }

  /** An element begins; those that are none of text say nothing. */
  void start(String name, Attributes attributes) {
    switch (name) {
      case "text:p", "text:h" -> {
        line.lineBreak();
        open(OdfHandler.value(attributes, "text:style-name"));
      }
      case "text:span" -> open(OdfHandler.value(attributes, "text:style-name"));
      case "text:a" -> links.push(OdfHandler.value(attributes, "xlink:href"));
      default -> {}
    }
  }

  private void open(String style) {
    boolean inStruck = spans.contains(Look.STRUCK);
    if (look.isStruck(style) && !inStruck) {
      text.leftOut(LeftOut.Kind.STRUCK);
      line.space();
    }
    spans.push(
        look.isStruck(style) ? Look.STRUCK : look.isRaised(style) ? Look.RAISED : Look.PLAIN);
  }

  void end(String name) {
    switch (name) {
      case "text:p", "text:h", "text:span" -> spans.poll();
      case "text:a" -> {
        if (!links.isEmpty()) {
          line.target(links.pop());
        }
      }
      default -> {}
    }
  }

  void words(String words) {
    if (spans.contains(Look.STRUCK)) {
      return;
    }
    if (spans.peek() == Look.RAISED) {
      line.raised(words, false);
    } else {
      MarkedText.broken(words, line);
    }
  }

  /** What came by; begins anew. */
  Inline take() {
    Inline taken = line;
    line = new Inline();
    return taken;
  }
}

package dev.gill.parse.office.sheet;

import dev.gill.parse.canonical.MarkedText;
import org.xml.sax.Attributes;

/** Collects the text of one cell or shared string: plain, or runs that may be struck or raised. */
final class XlsxText {
  private MarkedText text = new MarkedText();
  private final StringBuilder run = new StringBuilder();
  private boolean struck;
  private boolean raised;
  private boolean phonetic;
  private boolean open;

  void start(String name, Attributes attributes) {
    switch (name) {
      case "r" -> {
        struck = false;
        raised = false;
      }
      case "strike" -> struck = XlsxStyles.isSet(attributes);
      case "vertAlign" -> raised = XlsxStyles.isRaised(attributes);
      case "rPh" -> phonetic = true;
      case "t" -> open = !phonetic;
      default -> {}
    }
  }

  void characters(char[] characters, int start, int length) {
    if (open) {
      run.append(characters, start, length);
    }
  }

  void end(String name) {
    switch (name) {
      case "t" -> {
        text.add(run.toString(), struck, raised);
        run.setLength(0);
        open = false;
      }
      case "r" -> {
        struck = false;
        raised = false;
      }
      case "rPh" -> phonetic = false;
      default -> {}
    }
  }

  /** What was collected; begins anew. */
  String take() {
    String taken = text.toString();
    text = new MarkedText();
    return taken;
  }
}

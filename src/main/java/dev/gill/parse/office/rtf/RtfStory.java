package dev.gill.parse.office.rtf;

import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.office.OfficeLine;

/** Words in the making: those of the body, or of what stands beside it. */
final class RtfStory {
  enum Kind {
    BODY,
    HEAD,
    FOOT,
    NOTE,
    COMMENT,
    BOX
  }

  private final CanonicalText text;
  private final Kind kind;
  private OfficeLine line;
  private String label = "";

  RtfStory(CanonicalText text, Kind kind) {
    this.text = text;
    this.kind = kind;
    this.line = new OfficeLine(text);
  }

  Kind kind() {
    return kind;
  }

  /** Whether its paragraphs are blocks; those of another story are lines of one. */
  boolean isBody() {
    return kind == Kind.BODY;
  }

  OfficeLine line() {
    return line;
  }

  /** The words so far; the next line begins. */
  OfficeLine take() {
    OfficeLine taken = line;
    line = new OfficeLine(text);
    return taken;
  }

  /** What is printed before the paragraph at hand. */
  void label(String printed) {
    label = printed;
  }

  String takeLabel() {
    String taken = label;
    label = "";
    return taken;
  }
}

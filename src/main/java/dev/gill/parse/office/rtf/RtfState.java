package dev.gill.parse.office.rtf;

/** What holds within a group, and within those in it until they say otherwise. */
final class RtfState {
  /** What becomes of the words of a group. */
  enum Destination {
    TEXT,
    SKIPPED,
    FONTS,
    STYLES,
    INFO,
    TITLE,
    AUTHOR,
    REMARKER,
    LABEL,
    FIELD_CODE,
    PROPERTY,
    VALUE,
    HTML
  }

  /** The least that says the level of no heading. */
  static final int NO_HEADING = 9;

  Destination destination = Destination.TEXT;

  /** What became of words around a group that is not read. */
  Destination around = Destination.TEXT;

  /** What the group is, by the control word that it begins with. */
  String group = "";

  RtfStory story;
  int font;

  /** How many characters stand after one in Unicode for those who do not know that. */
  int substitutes = 1;

  boolean hidden;
  boolean deleted;
  boolean struck;
  boolean bold;
  boolean raised;
  boolean contents;
  boolean object;
  boolean noHtml;

  int style;
  int outline = -1;
  int level;
  boolean inTable;
  int nesting;

  RtfState inner() {
    RtfState inner = new RtfState();
    inner.destination = destination;
    inner.around = around;
    inner.story = story;
    inner.font = font;
    inner.substitutes = substitutes;
    inner.hidden = hidden;
    inner.deleted = deleted;
    inner.struck = struck;
    inner.bold = bold;
    inner.raised = raised;
    inner.contents = contents;
    inner.object = object;
    inner.noHtml = noHtml;
    inner.style = style;
    inner.outline = outline;
    inner.level = level;
    inner.inTable = inTable;
    inner.nesting = nesting;
    return inner;
  }

  void plain() {
    hidden = false;
    deleted = false;
    struck = false;
    bold = false;
    raised = false;
  }

  void beginParagraph() {
    style = 0;
    outline = -1;
    level = 0;
    inTable = false;
    nesting = 0;
  }
}

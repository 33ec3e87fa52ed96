package dev.gill.parse.markdown;

import org.commonmark.node.CustomBlock;

/** Lines of a dialect that mark something and are no text themselves. */
final class MarkdownMark extends CustomBlock {
  /** What they mark. */
  enum Kind {
    /** The beginning of a part that a mark ends. */
    OPEN,
    /** Its end. */
    CLOSE,
    /** Tags of components. */
    TAGS,
    /** A place where a list of the headings is generated. */
    CONTENTS,
    /** A remark that no reader sees. */
    COMMENT,
    /** A place where another file is put in. */
    SNIPPET,
    /** An abbreviation and what it means. */
    TEXT,
    /** Code between shortcodes. */
    CODE,
    /** Code that a component shows, as a program writes it. */
    LITERAL,
    /** Settings of whatever generates the site. */
    SETTING
  }

  private final Kind kind;
  private final String name;
  private final String title;
  private String literal = "";

  MarkdownMark(Kind kind, String name, String title) {
    this.kind = kind;
    this.name = name;
    this.title = title;
  }

  Kind kind() {
    return kind;
  }

  /** What is opened or closed, in lower case; the language of code. */
  String name() {
    return name;
  }

  /** The title of what is opened, or the text. */
  String title() {
    return title;
  }

  /** The lines as they stand. */
  String literal() {
    return literal;
  }

  void setLiteral(String lines) {
    literal = lines;
  }
}

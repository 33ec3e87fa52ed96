package dev.gill.parse.markdown;

import org.commonmark.node.CustomBlock;

/** A part of a Markdown document that a dialect adds: blocks that stand under a title or a mark. */
final class MarkdownPart extends CustomBlock {
  /** How it is read. */
  enum Kind {
    /** A box: its title, then what it holds. */
    BOX,
    /** Tabs and folded boxes: each is a section. */
    PANEL,
    /** What a term means. */
    DEFINITION,
    /** A footnote with its mark. */
    NOTE
  }

  private final Kind kind;
  private final String title;

  MarkdownPart(Kind kind, String title) {
    this.kind = kind;
    this.title = title;
  }

  Kind kind() {
    return kind;
  }

  /** Its title, its mark or nothing; Markdown. */
  String title() {
    return title;
  }
}

package dev.gill.parse.markdown;

import org.commonmark.node.CustomNode;

/** A formula in TeX, between dollar signs, in which no character is a mark of Markdown. */
final class MarkdownFormula extends CustomNode {
  private final String literal;

  MarkdownFormula(String literal) {
    this.literal = literal;
  }

  /** As it stands, with its dollar signs; its line breaks are spaces. */
  String literal() {
    return literal;
  }
}

package dev.gill.parse;

/**
 * Outlines of Emacs' Org mode (<a href="https://orgmode.org/worg/org-syntax.html">syntax</a>):
 * headings, lists, tables, blocks.
 */
final class Org implements Format {
  @Override
  public void read(byte[] bytes, CanonicalText text) {
    new OrgBlocks(text, TextDecoder.lines(TextDecoder.decode(bytes, text.limits()))).write();
    text.titleFromHeading();
  }
}

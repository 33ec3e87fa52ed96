package dev.gill.parse.org;

import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Format;
import dev.gill.parse.charset.TextDecoder;

/**
 * Outlines of Emacs' Org mode (<a href="https://orgmode.org/worg/org-syntax.html">syntax</a>):
 * headings, lists, tables, blocks.
 */
public final class Org implements Format {
  @Override
  public void read(byte[] bytes, CanonicalText text) {
    new OrgBlocks(text, TextDecoder.lines(TextDecoder.decode(bytes, text.limits()))).write();
    text.titleFromHeading();
  }
}

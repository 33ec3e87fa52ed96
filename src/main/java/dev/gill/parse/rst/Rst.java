package dev.gill.parse.rst;

import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Format;
import dev.gill.parse.charset.TextDecoder;

/** reStructuredText: underlined headings, lists, literal blocks, directives and tables. */
public final class Rst implements Format {
  @Override
  public void read(byte[] bytes, CanonicalText text) {
    new RstBlocks(text, TextDecoder.lines(TextDecoder.decode(bytes, text.limits()))).write();
    text.titleFromHeading();
  }
}

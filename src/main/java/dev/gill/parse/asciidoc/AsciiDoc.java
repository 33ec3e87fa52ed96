package dev.gill.parse.asciidoc;

import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Format;
import dev.gill.parse.charset.TextDecoder;

/** AsciiDoc: headings, lists, delimited blocks, tables. */
public final class AsciiDoc implements Format {
  @Override
  public void read(byte[] bytes, CanonicalText text) {
    new AsciiDocBlocks(text, TextDecoder.lines(TextDecoder.decode(bytes, text.limits()))).write();
    text.titleFromHeading();
  }
}

package dev.gill.parse;

/** AsciiDoc: headings, lists, delimited blocks, tables. */
final class AsciiDoc implements Format {
  @Override
  public void read(byte[] bytes, CanonicalText text) {
    new AsciiDocBlocks(text, TextDecoder.lines(TextDecoder.decode(bytes, text.limits()))).write();
    text.titleFromHeading();
  }
}

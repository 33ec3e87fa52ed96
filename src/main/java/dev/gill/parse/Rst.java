package dev.gill.parse;

/** reStructuredText: underlined headings, lists, literal blocks, directives and tables. */
final class Rst implements Format {
  @Override
  public void read(byte[] bytes, CanonicalText text) {
    new RstBlocks(text, TextDecoder.lines(TextDecoder.decode(bytes, text.limits()))).write();
    text.titleFromHeading();
  }
}

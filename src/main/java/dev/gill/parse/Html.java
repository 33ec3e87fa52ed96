package dev.gill.parse;

/** Web pages: their main content, without scripts, styles and navigation. */
final class Html implements Format {
  @Override
  public void read(byte[] bytes, CanonicalText text) {
    new HtmlBlocks(text, 1).writePage(TextDecoder.decodeMarkup(bytes));
    text.titleFromHeading();
  }
}

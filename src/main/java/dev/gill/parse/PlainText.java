package dev.gill.parse;

/** Text without markup. */
final class PlainText implements Format {
  @Override
  public void read(byte[] bytes, CanonicalText text) {
    new TextBlocks(text, 1).write(TextDecoder.lines(TextDecoder.decode(bytes, text.limits())));
    text.titleFromHeading();
  }
}

package dev.gill.parse.text;

import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Format;
import dev.gill.parse.canonical.TextBlocks;
import dev.gill.parse.charset.TextDecoder;

/** Text without markup. */
public final class PlainText implements Format {
  @Override
  public void read(byte[] bytes, CanonicalText text) {
    new TextBlocks(text, 1).write(TextDecoder.lines(TextDecoder.decode(bytes, text.limits())));
    text.titleFromHeading();
  }
}

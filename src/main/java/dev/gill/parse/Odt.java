package dev.gill.parse;

import java.io.IOException;

/** OpenDocument texts: headings by outline level, lists, tables, notes. */
final class Odt implements Format {
  @Override
  public void read(byte[] bytes, CanonicalText text) throws IOException {
    try (OpenDocument file = OpenDocument.open(bytes, text.limits())) {
      file.properties(text);
      OdtBlocks blocks = new OdtBlocks(text, file.styles());
      file.content(blocks);
      blocks.finish();
    }
    text.titleFromHeading();
  }
}

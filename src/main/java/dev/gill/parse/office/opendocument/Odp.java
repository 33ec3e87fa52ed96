package dev.gill.parse.office.opendocument;

import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Format;
import java.io.IOException;

/** OpenDocument presentations: a heading and an anchor per slide; notes follow their slide. */
public final class Odp implements Format {
  @Override
  public void read(byte[] bytes, CanonicalText text) throws IOException {
    try (OpenDocument file = OpenDocument.open(bytes, text.limits())) {
      file.properties(text);
      OdpTitles titles = new OdpTitles(text.limits());
      file.content(titles);
      if (titles.titles().isEmpty()) {
        throw new IOException("no slide inside");
      }
      file.content(new OdpSlides(text, file, titles.titles()));
    }
  }
}

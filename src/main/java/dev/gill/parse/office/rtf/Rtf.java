package dev.gill.parse.office.rtf;

import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Format;
import java.io.IOException;

/**
 * Rich Text Format, as it reads with all changes accepted: headings and lists as printed, tables,
 * notes, comments, text boxes.
 */
public final class Rtf implements Format {
  @Override
  public void read(byte[] bytes, CanonicalText text) throws IOException {
    if (!RtfReader.is(bytes)) {
      throw new IOException("it does not begin as Rich Text Format");
    }
    new RtfBody(text).read(bytes);
    text.titleFromHeading();
  }
}

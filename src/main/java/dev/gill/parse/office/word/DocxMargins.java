package dev.gill.parse.office.word;

import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.office.MarginLines;
import dev.gill.parse.xml.XmlNode;
import java.io.IOException;

/** Writes the heads and feet of a document's pages, each line once. */
final class DocxMargins {
  private final CanonicalText text;
  private final DocxFile file;
  private final MarginLines lines;

  DocxMargins(CanonicalText text, DocxFile file) {
    this.text = text;
    this.file = file;
    this.lines = new MarginLines(text);
  }

  /**
   * Writes all of one kind.
   *
   * @param type {@code header} or {@code footer}
   */
  void write(String type) throws IOException {
    for (String part : file.parts().all(file.main(), type)) {
      XmlNode whole = file.parts().tree(part);
      DocxBlocks.margin(text, file, part).marginLines(whole).forEach(lines::write);
    }
  }
}

package dev.gill.parse.office.word;

import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Format;
import dev.gill.parse.canonical.Refused;
import dev.gill.parse.container.BinaryFile;
import java.io.IOException;
import org.apache.poi.OldFileFormatException;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Documents of Word 97 to 2003, which come out as those of later ones do; see {@link Docx}. */
public final class Doc implements Format {
  @Override
  public void read(byte[] bytes, CanonicalText text) throws IOException {
    BinaryFile.open(bytes, file -> read(file, text));
    text.titleFromHeading();
  }

  private static void read(POIFSFileSystem file, CanonicalText text) throws IOException {
    try (HWPFDocument document = new HWPFDocument(file)) {
      BinaryFile.properties(document.getSummaryInformation(), text);
      new DocBody(document, text).write();
    } catch (OldFileFormatException e) {
      throw new Refused("The document is in the format of Word 95 or before; save it as .docx.");
    }
  }
}

package dev.gill.parse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hpsf.SummaryInformation;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * The compound file that a document of Office 97 to 2003 is; a protected one of any later is too.
 */
final class BinaryFile {
  private static final byte[] MAGIC = HexFormat.of().parseHex("d0cf11e0a1b11ae1");

  private BinaryFile() {}

  /** Reads what one holds. */
  interface Reader {
    void read(POIFSFileSystem file) throws IOException;
  }

  static boolean is(byte[] bytes) {
    return bytes.length >= MAGIC.length
        && Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
  }

  /**
   * Opens it for a reader.
   *
   * @throws Refused if it is protected by a password
   */
  static void open(byte[] bytes, Reader reader) throws IOException {
    try (POIFSFileSystem file = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
      if (file.getRoot().hasEntry("EncryptedPackage")) {
        throw Refused.encrypted();
      }
      reader.read(file);
    } catch (EncryptedDocumentException e) {
      throw Refused.encrypted();
    }
  }

  /** What it is, by the streams that it holds; empty if nothing that is known. */
  static Optional<KnownFormat> format(byte[] bytes) throws IOException {
    KnownFormat[] found = {null};
    open(bytes, file -> found[0] = named(file));
    return Optional.ofNullable(found[0]);
  }

  private static KnownFormat named(POIFSFileSystem file) {
    if (file.getRoot().hasEntry("Workbook") || file.getRoot().hasEntry("Book")) {
      return KnownFormat.XLS;
    }
    return file.getRoot().hasEntry("PowerPoint Document") ? KnownFormat.PPT : null;
  }

  /** What the file says of itself. */
  static void properties(SummaryInformation summary, CanonicalText text) {
    if (summary != null) {
      text.title(summary.getTitle());
      text.author(summary.getAuthor());
    }
  }
}

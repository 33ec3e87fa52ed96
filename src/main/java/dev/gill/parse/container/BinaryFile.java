package dev.gill.parse.container;

import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hpsf.SummaryInformation;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * The compound file that a document of Office 97 to 2003 is; a protected one of any later is too.
 */
public final class BinaryFile {
  private static final byte[] MAGIC = HexFormat.of().parseHex("d0cf11e0a1b11ae1");

  private BinaryFile() {}

  /** Reads what one holds. */
  public interface Reader {
    void read(POIFSFileSystem file) throws IOException;
  }

  public static boolean is(byte[] bytes) {
    return bytes.length >= MAGIC.length
        && Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
  }

  /**
   * Opens it for a reader.
   *
   * @throws Refused if it is protected by a password
   */
  public static void open(byte[] bytes, Reader reader) throws IOException {
    try (POIFSFileSystem file = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
      if (file.getRoot().hasEntry("EncryptedPackage")) {
        throw Refused.encrypted();
      }
      reader.read(file);
    } catch (EncryptedDocumentException e) {
      throw Refused.encrypted();
    }
  }

  /** What the file says of itself. */
  public static void properties(SummaryInformation summary, CanonicalText text) {
    if (summary != null) {
      text.title(summary.getTitle());
      text.author(summary.getAuthor());
      text.written(summary.getLastSaveDateTime());
    }
  }
}

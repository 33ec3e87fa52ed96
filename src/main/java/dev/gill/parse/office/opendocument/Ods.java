package dev.gill.parse.office.opendocument;

import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Format;
import java.io.IOException;

/** OpenDocument spreadsheets: as workbooks, a heading and an anchor per sheet, a row per row. */
public final class Ods implements Format {
  @Override
  public void read(byte[] bytes, CanonicalText text) throws IOException {
    try (OpenDocument file = OpenDocument.open(bytes, text.limits())) {
      file.properties(text);
      OdsSheets sheets = new OdsSheets(text, file);
      file.content(sheets);
      sheets.finish();
    }
  }
}

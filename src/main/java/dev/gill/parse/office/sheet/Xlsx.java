package dev.gill.parse.office.sheet;

import dev.gill.model.LeftOut;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Format;
import dev.gill.parse.container.Archive;
import dev.gill.parse.office.OfficeXml;
import dev.gill.parse.office.SheetNumber;
import dev.gill.parse.table.SheetRows;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.xmlbeans.XmlException;
import org.xml.sax.helpers.DefaultHandler;

/** Workbooks: a heading and an anchor per sheet, a table row per row, values as they are shown. */
public final class Xlsx implements Format {
  /** Bytes of sheets up to which a workbook is held in memory to compute its formulas. */
  private static final long MOST_COMPUTED = 16L << 20;

  @Override
  public void read(byte[] bytes, CanonicalText text) throws IOException {
    try (Archive archive = Archive.open(bytes, text.limits());
        OPCPackage office = archive.office()) {
      properties(office, text);
      sheets(office, text);
      office.revert();
    }
  }

  private static void properties(OPCPackage office, CanonicalText text) throws IOException {
    try {
      CoreProperties properties = new POIXMLProperties(office).getCoreProperties();
      text.title(properties.getTitle());
      text.author(properties.getCreator());
      text.written(properties.getModified());
      text.written(properties.getCreated());
    } catch (OpenXML4JException | XmlException e) {
      throw new IOException(e);
    }
  }

  private static void sheets(OPCPackage office, CanonicalText text) throws IOException {
    PackagePart main = OfficeXml.main(office);
    XlsxWorkbook workbook = read(main, new XlsxWorkbook());
    XlsxStyles styles = readAll(main, "styles", new XlsxStyles());
    XlsxStrings strings = readAll(main, "sharedStrings", new XlsxStrings());
    SheetNumber numbers = new SheetNumber(workbook.from1904());
    SheetFormulas formulas =
        new SheetFormulas(() -> computable(office, workbook, main), Xlsx::isStored);
    List<XlsxWorkbook.Sheet> sheets = workbook.sheets();
    for (int i = 0; i < sheets.size(); i++) {
      Optional<PackagePart> part = OfficeXml.byId(main, sheets.get(i).id());
      if (sheets.get(i).hidden()) {
        text.leftOut(LeftOut.Kind.HIDDEN);
      } else if (part.isPresent()) {
        XlsxValues values = new XlsxValues(strings, styles, numbers, formulas, i);
        sheet(part.get(), i + 1, sheets.get(i).name(), values, text);
      }
    }
  }

  private static void sheet(
      PackagePart part, int number, String name, XlsxValues values, CanonicalText text)
      throws IOException {
    XlsxLayout layout = read(part, new XlsxLayout(part));
    readAll(part, "table", layout);
    SheetRows rows = new SheetRows(text, number, name, layout.hiddenColumns());
    read(part, new XlsxRows(text, rows, layout, values));
    rows.finish();
    new XlsxShapes(text, rows).write(part);
  }

  private static <H extends DefaultHandler> H read(PackagePart part, H handler) throws IOException {
    OfficeXml.stream(part, handler);
    return handler;
  }

  private static <H extends DefaultHandler> H readAll(PackagePart from, String kind, H handler)
      throws IOException {
    for (PackagePart part : OfficeXml.related(from, kind)) {
      OfficeXml.stream(part, handler);
    }
    return handler;
  }

  private static boolean isStored(Cell cell) {
    return !(cell instanceof XSSFCell stored)
        || stored.getCTCell().isSetV() && !stored.getCTCell().getV().isEmpty();
  }

  /** The workbook as a whole, if its sheets are not too large for that. */
  private static Optional<Workbook> computable(
      OPCPackage office, XlsxWorkbook workbook, PackagePart main) {
    try {
      long left = MOST_COMPUTED;
      for (XlsxWorkbook.Sheet sheet : workbook.sheets()) {
        Optional<PackagePart> part = OfficeXml.byId(main, sheet.id());
        if (part.isPresent()) {
          try (InputStream in = part.get().getInputStream()) {
            left -= in.skip(left + 1);
          }
        }
      }
      return left < 0 ? Optional.empty() : Optional.of(new XSSFWorkbook(office));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

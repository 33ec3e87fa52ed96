package dev.gill.parse;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.xmlbeans.XmlException;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** Workbooks: a heading and an anchor per sheet, a table row per row, values as they are shown. */
final class Xlsx implements Format {
  @Override
  public void read(byte[] bytes, CanonicalText text) throws IOException {
    try (Archive archive = Archive.open(bytes, text.limits());
        OPCPackage office = archive.office()) {
      CoreProperties properties = new POIXMLProperties(office).getCoreProperties();
      text.title(properties.getTitle());
      text.author(properties.getCreator());
      XSSFReader reader = new XSSFReader(office);
      reader.setUseReadOnlySharedStringsTable(true);
      sheets(reader, text);
      office.revert();
    } catch (OpenXML4JException
        | SAXException
        | XmlException
        | javax.xml.parsers.ParserConfigurationException e) {
      throw new IOException(e);
    }
  }

  private static void sheets(XSSFReader reader, CanonicalText text)
      throws IOException,
          OpenXML4JException,
          SAXException,
          javax.xml.parsers.ParserConfigurationException {
    SharedStrings strings = reader.getSharedStringsTable();
    StylesTable styles = reader.getStylesTable();
    XSSFReader.SheetIterator sheets = reader.getSheetIterator();
    for (int number = 1; sheets.hasNext(); number++) {
      try (InputStream sheet = sheets.next()) {
        XlsxRows rows = new XlsxRows(new SheetRows(text, number, sheets.getSheetName()));
        XMLReader xml = XMLHelper.newXMLReader();
        xml.setContentHandler(
            new XSSFSheetXMLHandler(
                styles, strings, rows, new DataFormatter(Locale.ENGLISH), false));
        xml.parse(new InputSource(sheet));
      }
    }
  }
}

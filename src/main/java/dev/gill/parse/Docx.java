package dev.gill.parse;

import java.io.IOException;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFootnote;

/** Word documents: headings by style, lists with their numbers, tables, footnotes. */
final class Docx implements Format {
  @Override
  public void read(byte[] bytes, CanonicalText text) throws IOException {
    try (Archive archive = Archive.open(bytes, text.limits());
        OPCPackage office = archive.office();
        XWPFDocument document = new XWPFDocument(office)) {
      CoreProperties properties = document.getProperties().getCoreProperties();
      text.title(properties.getTitle());
      text.author(properties.getCreator());
      DocxBlocks blocks = new DocxBlocks(text, document);
      blocks.write(document.getBodyElements());
      for (XWPFFootnote footnote : document.getFootnotes()) {
        blocks.footnote(footnote);
      }
      office.revert();
    }
    text.titleFromHeading();
  }
}

package dev.gill.parse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** OpenDocument texts: headings by outline level, lists, tables, notes. */
final class Odt implements Format {
  @Override
  public void read(byte[] bytes, CanonicalText text) throws IOException {
    try (Archive archive = Archive.open(bytes, text.limits())) {
      refuseEncrypted(archive);
      properties(archive, text);
      OdtStyles styles = new OdtStyles();
      if (archive.has("styles.xml")) {
        parse(archive, "styles.xml", styles);
      }
      parse(archive, "content.xml", styles);
      OdtBlocks blocks = new OdtBlocks(text, styles);
      parse(archive, "content.xml", blocks);
      blocks.end();
    }
    text.titleFromHeading();
  }

  private static void refuseEncrypted(Archive archive) throws IOException {
    if (archive.has("META-INF/manifest.xml")) {
      try (InputStream in = archive.entry("META-INF/manifest.xml")) {
        String manifest = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        if (manifest.contains("encryption-data")) {
          throw Refused.encrypted();
        }
      }
    }
  }

  private static void properties(Archive archive, CanonicalText text) throws IOException {
    if (!archive.has("meta.xml")) {
      return;
    }
    try (InputStream in = archive.entry("meta.xml")) {
      Document meta = Jsoup.parse(in, "UTF-8", "", Parser.xmlParser());
      text.title(meta.getElementsByTag("dc:title").text());
      text.author(meta.getElementsByTag("meta:initial-creator").text());
      text.author(meta.getElementsByTag("dc:creator").text());
    }
  }

  /** Without document types there are no entities, so none can grow. */
  private static void parse(Archive archive, String name, DefaultHandler handler)
      throws IOException {
    try (InputStream in = archive.entry(name)) {
      SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.newSAXParser().parse(in, handler);
    } catch (SAXException | ParserConfigurationException e) {
      throw new IOException(e);
    }
  }
}

package dev.gill.parse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The archive of an OpenDocument file, whatever it holds: properties, styles, content. */
final class OpenDocument implements AutoCloseable {
  private static final String MANIFEST = "META-INF/manifest.xml";

  /** The handlers count depth themselves and say so; the JDK would only call the file broken. */
  private static final String DEEPEST = "jdk.xml.maxElementDepth";

  private static final String UNLIMITED = "0";

  private final Archive archive;
  private final Limits limits;

  private OpenDocument(Archive archive, Limits limits) {
    this.archive = archive;
    this.limits = limits;
  }

  /**
   * Opens and checks it.
   *
   * @throws Refused if it is encrypted or unpacks beyond the limits
   */
  static OpenDocument open(byte[] bytes, Limits limits) throws IOException {
    Archive archive = Archive.open(bytes, limits);
    try {
      refuseEncrypted(archive);
      return new OpenDocument(archive, limits);
    } catch (IOException | RuntimeException e) {
      archive.close();
      throw e;
    }
  }

  private static void refuseEncrypted(Archive archive) throws IOException {
    if (archive.has(MANIFEST)) {
      try (InputStream in = archive.entry(MANIFEST)) {
        String manifest = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        if (manifest.contains("encryption-data")) {
          throw Refused.encrypted();
        }
      }
    }
  }

  /** Takes title and author over, where the document names them. */
  void properties(CanonicalText text) throws IOException {
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

  /** Of the document's templates first, then its own. */
  OdfStyles styles() throws IOException {
    OdfStyles styles = new OdfStyles(limits);
    if (archive.has("styles.xml")) {
      parse("styles.xml", styles);
    }
    parse("content.xml", styles);
    return styles;
  }

  /** How the styles look, of templates first, then the document's own. */
  OdfLook look() throws IOException {
    OdfLook look = new OdfLook();
    if (archive.has("styles.xml")) {
      parse("styles.xml", look);
    }
    parse("content.xml", look);
    return look;
  }

  void content(DefaultHandler handler) throws IOException {
    parse("content.xml", handler);
  }

  /** Without document types there are no entities, so none can grow. */
  private void parse(String name, DefaultHandler handler) throws IOException {
    try (InputStream in = archive.entry(name)) {
      SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      SAXParser parser = factory.newSAXParser();
      parser.setProperty(DEEPEST, UNLIMITED);
      parser.parse(in, handler);
    } catch (SAXException | ParserConfigurationException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    archive.close();
  }
}

package dev.gill.parse.office.opendocument;

import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Limits;
import dev.gill.parse.canonical.Refused;
import dev.gill.parse.container.Archive;
import dev.gill.parse.xml.XmlNode;
import dev.gill.parse.xml.XmlReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Consumer;
import org.xml.sax.helpers.DefaultHandler;

/** The archive of an OpenDocument file, whatever it holds: properties, styles, content. */
final class OpenDocument implements AutoCloseable {
  private static final String MANIFEST = "META-INF/manifest.xml";

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
    OdfProperties properties = new OdfProperties(limits);
    parse("meta.xml", properties);
    text.title(properties.value("dc:title"));
    text.author(properties.value("meta:initial-creator"));
    text.author(properties.value("dc:creator"));
    text.written(properties.value("dc:date"));
    text.written(properties.value("meta:creation-date"));
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

  /** One element at a time of what lies under outer ones in a file of the archive, if it has it. */
  void read(String name, int depth, Set<String> under, Limits limits, Consumer<XmlNode> found)
      throws IOException {
    if (archive.has(name)) {
      try (InputStream in = archive.entry(name)) {
        XmlReader.read(in, limits, depth, under, found);
      }
    }
  }

  /**
   * The blocks of the document's body.
   *
   * @throws IOException if there is none
   */
  void content(Consumer<XmlNode> found, Limits limits) throws IOException {
    try (InputStream in = archive.entry("content.xml")) {
      XmlReader.read(in, limits, 3, Set.of("office:body"), found);
    }
  }

  private void parse(String name, DefaultHandler handler) throws IOException {
    try (InputStream in = archive.entry(name)) {
      XmlReader.parse(in, handler);
    }
  }

  @Override
  public void close() throws IOException {
    archive.close();
  }
}

package dev.gill.parse.office.word;

import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Format;
import dev.gill.parse.container.Archive;
import dev.gill.parse.xml.XmlNode;
import java.io.IOException;

/**
 * Word documents, strict and transitional, as they read with all changes accepted: headings and
 * lists with their printed numbers, tables, text boxes, notes, comments, formulas, charts.
 */
public final class Docx implements Format {
  @Override
  public void read(byte[] bytes, CanonicalText text) throws IOException {
    try (Archive archive = Archive.open(bytes, text.limits())) {
      DocxPackage parts = new DocxPackage(archive, text.limits());
      properties(parts, text);
      DocxFile file = DocxFile.of(parts);
      DocxMargins margins = new DocxMargins(text, file);
      margins.write("header");
      parts.read(file.main(), 2, "w:document", file.titles()::add);
      DocxBlocks body = new DocxBlocks(text, file, file.main());
      parts.read(file.main(), 2, "w:document", body::write);
      body.end();
      margins.write("footer");
      DocxBlocks.notes(text, file);
      file.comments().end(text);
    }
    text.titleFromHeading();
  }

  private static void properties(DocxPackage parts, CanonicalText text) throws IOException {
    for (String name : parts.all("", "core-properties")) {
      XmlNode properties = parts.tree(name);
      text.title(properties.at("dc:title").text());
      text.author(properties.at("dc:creator").text());
      text.written(properties.at("dcterms:modified").text());
      text.written(properties.at("dcterms:created").text());
    }
  }
}

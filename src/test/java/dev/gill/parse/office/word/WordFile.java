package dev.gill.parse.office.word;

import dev.gill.parse.Document;
import dev.gill.parse.ParseException;
import dev.gill.parse.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A Word document in the making: what is not said about it is as in an empty one. */
final class WordFile {
  private static final String TRANSITIONAL = "http://schemas.openxmlformats.org/";
  private static final String SPACES =
      """
      xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"\
       xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"\
       xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"\
       xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"\
       xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"\
       xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"\
       xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"\
       xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"\
       xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"\
       xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"\
       xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"\
       xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"\
       xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"\
      """;

  private static final String HEADINGS =
      """
      <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>\
      <w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>\
      <w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style>""";

  private final Map<String, String> parts = new LinkedHashMap<>();
  private final StringBuilder relations = new StringBuilder();

  private WordFile(String body) {
    part("document.xml", "document", "<w:body>%s</w:body>".formatted(body));
    styles("");
  }

  static WordFile of(String... blocks) {
    return new WordFile(String.join("", blocks));
  }

  /** A paragraph of runs. */
  static String p(String... runs) {
    return "<w:p>%s</w:p>".formatted(String.join("", runs));
  }

  /** A paragraph of that style. */
  static String styled(String style, String... runs) {
    return "<w:p><w:pPr><w:pStyle w:val='%s'/></w:pPr>%s</w:p>"
        .formatted(style, String.join("", runs));
  }

  /** A paragraph of a list. */
  static String listed(int list, int level, String words) {
    return "<w:p><w:pPr><w:numPr><w:ilvl w:val='%d'/><w:numId w:val='%d'/></w:numPr></w:pPr>%s</w:p>"
        .formatted(level, list, r(words));
  }

  /** A run of words. */
  static String r(String words) {
    return "<w:r><w:t xml:space='preserve'>%s</w:t></w:r>".formatted(words);
  }

  /** A run that looks so. */
  static String r(String look, String words) {
    return "<w:r><w:rPr>%s</w:rPr><w:t xml:space='preserve'>%s</w:t></w:r>".formatted(look, words);
  }

  /** A begin, separate or end of a field. */
  static String field(String type) {
    return "<w:r><w:fldChar w:fldCharType='%s'/></w:r>".formatted(type);
  }

  /** A field with its result. */
  static String field(String code, String result) {
    return "%s<w:r><w:instrText>%s</w:instrText></w:r>%s%s%s"
        .formatted(field("begin"), code, field("separate"), result, field("end"));
  }

  static String table(String... rows) {
    return "<w:tbl><w:tblPr/>%s</w:tbl>".formatted(String.join("", rows));
  }

  static String row(String... cells) {
    return "<w:tr>%s</w:tr>".formatted(String.join("", cells));
  }

  static String cell(String properties, String... blocks) {
    return "<w:tc><w:tcPr>%s</w:tcPr>%s</w:tc>".formatted(properties, String.join("", blocks));
  }

  static String cells(String... words) {
    StringBuilder cells = new StringBuilder();
    for (String word : words) {
      cells.append(cell("", p(r(word))));
    }
    return cells.toString();
  }

  /** More styles than those of headings. */
  WordFile styles(String styles) {
    return part("styles.xml", "styles", HEADINGS + styles);
  }

  WordFile numbering(String definitions) {
    return part("numbering.xml", "numbering", definitions);
  }

  /** Another part, which the body leads to by {@code "id-" + name}. */
  WordFile part(String name, String type, String content) {
    String root = "<w:%s %s>%s</w:%s>".formatted(type, SPACES, content, type);
    return raw(name, type, root);
  }

  /** Another part with a root of its own, for which {@code %s} has the namespaces. */
  WordFile raw(String name, String type, String xml) {
    if (parts.put("word/" + name, xml.replace("%s", SPACES)) == null
        && !name.equals("document.xml")) {
      relate("id-" + name, type, name, "Internal");
    }
    return this;
  }

  WordFile relate(String id, String type, String target, String mode) {
    relations.append(
        "<Relationship Id='%s' Type='%sofficeDocument/2006/relationships/%s' Target='%s' TargetMode='%s'/>"
            .formatted(id, TRANSITIONAL, type, target, mode));
    return this;
  }

  byte[] bytes() {
    parts.put("word/_rels/document.xml.rels", relationships(relations.toString()));
    parts.put(
        "_rels/.rels",
        relationships(
            "<Relationship Id='r1' Type='%sofficeDocument/2006/relationships/officeDocument' Target='word/document.xml'/>"
                .formatted(TRANSITIONAL)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static String relationships(String all) {
    return "<Relationships xmlns='%spackage/2006/relationships'>%s</Relationships>"
        .formatted(TRANSITIONAL, all);
  }

  /** The same as strict Open XML. */
  byte[] strict() {
    parts.replaceAll(
        (name, xml) ->
            xml.replaceAll(
                TRANSITIONAL + "(\\w+)/2006/(main|math|relationships)",
                "http://purl.oclc.org/ooxml/$1/$2"));
    return bytes();
  }

  Document parsed() throws ParseException {
    return Samples.parsed("a.docx", bytes());
  }

  String text() throws ParseException {
    return parsed().text();
  }
}

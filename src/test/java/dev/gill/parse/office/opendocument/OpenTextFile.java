package dev.gill.parse.office.opendocument;

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

/** An OpenDocument text in the making. */
final class OpenTextFile {
  private static final String SPACES =
      """
      xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:draw="d" xmlns:style="s" xmlns:fo="f"\
       xmlns:svg="v" xmlns:xlink="l" xmlns:dc="c" xmlns:loext="e" xmlns:math="m"\
       xmlns:chart="h\"""";

  private final Map<String, String> parts = new LinkedHashMap<>();

  private OpenTextFile(String styles, String body) {
    part(
        "content.xml",
        "<office:automatic-styles>%s</office:automatic-styles><office:body><office:text>%s</office:text></office:body>"
            .formatted(styles, body));
  }

  /** Of blocks, and the styles that they use. */
  static OpenTextFile of(String styles, String... blocks) {
    return new OpenTextFile(styles, String.join("", blocks));
  }

  /** A file of the archive. */
  OpenTextFile part(String name, String content) {
    parts.put(name, "<office:document %s>%s</office:document>".formatted(SPACES, content));
    return this;
  }

  /** A style with these properties of its text. */
  static String style(String family, String name, String properties) {
    return "<style:style style:family='%s' style:name='%s'><style:text-properties %s/></style:style>"
        .formatted(family, name, properties);
  }

  static String p(String content) {
    return "<text:p>%s</text:p>".formatted(content);
  }

  static String span(String style, String content) {
    return "<text:span text:style-name='%s'>%s</text:span>".formatted(style, content);
  }

  Document parsed() throws ParseException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Samples.parsed("a.odt", out.toByteArray());
  }

  String text() throws ParseException {
    return parsed().text();
  }
}

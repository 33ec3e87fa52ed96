package dev.gill.parse.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.parse.Document;
import dev.gill.parse.ParseException;
import dev.gill.parse.Samples;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An office document is an archive: what it names outside of itself is neither read nor written.
 */
class OutsideOfArchivesTest {
  private static final String SECRET = "the salaries of everybody";

  @TempDir private Path outside;
  private Path secret;

  @BeforeEach
  void writeSecret() throws IOException {
    secret =
        Files.writeString(
            outside.resolve("secret.xml"),
            """
            <?xml version="1.0"?><w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
            <w:footnote w:id="1"><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:footnote></w:footnotes>"""
                .formatted(SECRET));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "handbook.docx",
        "handbook.pptx",
        "handbook.xlsx",
        "handbook.odt",
        "handbook.ods",
        "handbook.odp"
      })
  void entriesWhoseNamesLeaveItAreNotUnpacked(String name) throws Exception {
    Map<String, byte[]> entries = entries(name);
    for (String leaving :
        List.of(
            "../".repeat(30) + outside.toString().substring(1) + "/climbed.xml",
            outside + "/absolute.xml",
            "..\\..\\climbed.xml",
            "word/../../climbed.xml")) {
      entries.put(leaving, "written outside".getBytes(StandardCharsets.UTF_8));
    }
    String text = textOf(name, entries);

    assertThat(text).doesNotContain("written outside");
    try (Stream<Path> there = Files.list(outside)) {
      assertThat(there).containsExactly(secret);
    }
    assertThat(Path.of("climbed.xml")).doesNotExist();
    assertThat(Path.of("..", "climbed.xml")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "file://%s,External",
    "file://%s,Internal",
    "%s,Internal",
    "../../../../../../../../../../..%s,Internal",
    "..%%2f..%%2f..%%2f..%%2f..%%2f..%%2f..%s,Internal"
  })
  void partsThatLieElsewhereAreNotRead(String target, String mode) throws Exception {
    Map<String, byte[]> entries = entries("handbook.docx");
    String relations = text(entries.get("word/_rels/document.xml.rels"));
    String turned =
        relations.replace(
            "Target=\"footnotes.xml\"",
            "Target=\"%s\" TargetMode=\"%s\"".formatted(target.formatted(secret), mode));
    assertThat(turned).isNotEqualTo(relations);
    entries.put("word/_rels/document.xml.rels", turned.getBytes(StandardCharsets.UTF_8));

    assertThat(textOf("handbook.docx", entries)).doesNotContain(SECRET);
  }

  @ParameterizedTest
  @CsvSource({
    "handbook.docx,word/document.xml",
    "handbook.docx,word/footnotes.xml",
    "handbook.docx,docProps/core.xml",
    "handbook.pptx,ppt/slides/slide1.xml",
    "handbook.xlsx,xl/worksheets/sheet1.xml",
    "handbook.xlsx,xl/sharedStrings.xml",
    "handbook.odt,content.xml",
    "handbook.odt,meta.xml",
    "handbook.ods,content.xml",
    "handbook.odp,content.xml",
    "handbook.odp,styles.xml"
  })
  void entitiesThatLieElsewhereAreNotRead(String name, String entry) throws Exception {
    Map<String, byte[]> entries = entries(name);
    Path plain = Files.writeString(outside.resolve("plain.txt"), SECRET);
    String xml = text(entries.get(entry)).replaceFirst("<\\?xml[^>]*\\?>", "");
    String turned =
        "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY s SYSTEM \"%s\">]>".formatted(plain.toUri())
            + xml.replaceAll(">([^<]*\\p{L}[^<]*)<", ">&s;<");
    assertThat(turned).contains(">&s;<");
    entries.put(entry, turned.getBytes(StandardCharsets.UTF_8));

    assertThat(textOf(name, entries)).doesNotContain(SECRET);
  }

  @Test
  void filesThatATextWantsToIncludeAreNotRead() throws Exception {
    Path plain = Files.writeString(outside.resolve("plain.txt"), SECRET);
    for (String name : List.of("a.adoc", "a.rst", "a.html", "a.md")) {
      String text =
          """
          Words before.

          include::%1$s[]

          .. include:: %1$s

          .. literalinclude:: %1$s

          .. csv-table:: Salaries
             :file: %1$s

          <iframe src="file://%1$s"></iframe><object data="file://%1$s"></object>
          """
              .formatted(plain);
      assertThat(Samples.parsed(name, text).text()).contains("Words before").doesNotContain(SECRET);
    }
  }

  /** Empty if the document is refused as a whole. */
  private static String textOf(String name, Map<String, byte[]> entries) throws IOException {
    try {
      Document document = Samples.parsed(name, zip(entries));
      return document.text() + document.title() + document.author();
    } catch (ParseException e) {
      assertThat(e).hasMessageNotContaining(SECRET);
      return "";
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static Map<String, byte[]> entries(String name) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(Samples.bytes(name)))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), zip.readAllBytes());
      }
    }
    return entries;
  }

  private static byte[] zip(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }
}

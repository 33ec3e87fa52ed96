package dev.gill.parse.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.model.Content;
import dev.gill.parse.ParseException;
import dev.gill.parse.Samples;
import dev.gill.parse.recognition.Tesseract;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be read says why, in a sentence for the person who can mend it. */
@Tag("slow")
class FailuresTest {
  private static final int MIB = 1 << 20;

  private static void refused(String name, byte[] bytes, String reason) {
    assertThatThrownBy(() -> Samples.parsed(name, bytes))
        .isInstanceOf(ParseException.class)
        .hasMessageContaining(reason)
        .message()
        .endsWith(".")
        .doesNotContain("\n", "Exception", "java.");
  }

  @Test
  void anEncryptedPdf() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument document = Loader.loadPDF(Samples.bytes("handbook.pdf"))) {
      document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
      document.save(out);
    }

    refused("secret.pdf", out.toByteArray(), "protected by a password");
  }

  @ParameterizedTest
  @ValueSource(strings = {"docx", "pptx", "xlsx"})
  void anEncryptedOfficeFile(String extension) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (POIFSFileSystem files = new POIFSFileSystem()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("secret");
      try (OutputStream data = encryptor.getDataStream(files)) {
        data.write(Samples.bytes("handbook." + extension));
      }
      files.writeFilesystem(out);
    }

    refused("secret." + extension, out.toByteArray(), "protected by a password");
  }

  @ParameterizedTest
  @ValueSource(strings = {"odt", "ods", "odp"})
  void anEncryptedOpenDocument(String extension) throws IOException {
    byte[] file =
        zip(
            "META-INF/manifest.xml",
            "<manifest:encryption-data/>".getBytes(StandardCharsets.UTF_8));

    refused("secret." + extension, file, "protected by a password");
  }

  @Test
  void anOldBinaryOfficeFile() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (POIFSFileSystem files = new POIFSFileSystem()) {
      files.createDocument(new java.io.ByteArrayInputStream(new byte[5000]), "VisioDocument");
      files.writeFilesystem(out);
    }

    refused("old.docx", out.toByteArray(), "old binary format");
    refused("old.odt", out.toByteArray(), "old binary format");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pdf", "docx", "pptx", "xlsx", "odt", "ods", "odp"})
  void aFileThatWasCutOff(String extension) {
    byte[] whole = Samples.bytes("handbook." + extension);

    refused("cut." + extension, Arrays.copyOf(whole, whole.length / 3), "The file is broken");
  }

  @Test
  void anEmailWithoutHeaders() {
    refused("x.eml", "\r\n\r\nhello".getBytes(StandardCharsets.UTF_8), "not an e-mail");
  }

  @Test
  void aPdfWithoutText() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      document.save(out);
    }

    refused("scan.pdf", out.toByteArray(), "run text recognition on it first");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.md", "a.txt", "a.html", "a.csv", "a.rst", "a.adoc"})
  void textWithoutWords(String name) {
    refused(name, " \n\n".getBytes(StandardCharsets.UTF_8), "holds no text");
    refused(name, new byte[0], "The file is empty");
  }

  @Test
  void aFileBeyondTheLimit() {
    byte[] large = new byte[64 * MIB + 1];

    refused("large.txt", large, "more than the 67,108,864 that Gill reads; split it");
  }

  @Test
  void textBeyondTheLimit() {
    byte[] large = "word ".repeat(2_100_000).getBytes(StandardCharsets.UTF_8);

    refused("large.md", large, "more than 10,000,000 characters of text; split it");
  }

  @Test
  @Tag("slow")
  void rowsBeyondTheLimit() {
    byte[] large = "a,b\n".repeat(500_001).getBytes(StandardCharsets.UTF_8);

    refused("large.csv", large, "more than 500,000 paragraphs or rows; split it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"word/document.xml", "ppt/presentation.xml", "content.xml"})
  void anArchiveThatUnpacksToFarMore(String entry) throws IOException {
    byte[] bomb = zip(entry, new byte[65 * MIB]);

    assertThat(bomb.length).isLessThan(MIB);
    for (String extension : extensions(entry)) {
      refused("bomb." + extension, bomb, "unpacks to far more data");
    }
  }

  private static List<String> extensions(String entry) {
    return entry.startsWith("word")
        ? List.of("docx")
        : entry.startsWith("ppt") ? List.of("pptx") : List.of("odt", "ods", "odp");
  }

  @Test
  void aPdfThatUnpacksToFarMore() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(
        "%PDF-1.4\n1 0 obj\n<</Filter/FlateDecode>>\nstream\n".getBytes(StandardCharsets.US_ASCII));
    try (DeflaterOutputStream packed = new DeflaterOutputStream(out)) {
      for (int i = 0; i < 257; i++) {
        packed.write(new byte[MIB]);
      }
    }

    refused("bomb.pdf", out.toByteArray(), "unpacks to far more data");
  }

  @Test
  void entitiesThatGrow() throws IOException {
    String laughs =
        """
        <?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">
        <!ENTITY c "&b;&b;&b;&b;&b;">]><x>&c;</x>
        """;

    byte[] bomb = zip("content.xml", laughs.getBytes(StandardCharsets.UTF_8));
    for (String extension : List.of("odt", "ods", "odp")) {
      refused("bomb." + extension, bomb, "broken");
    }
  }

  @Test
  void elementsThatNestTooDeeply() {
    String html = "<div>".repeat(100_000) + "deep";
    String quotes = ">".repeat(100_000) + " deep";

    refused("deep.html", html.getBytes(StandardCharsets.UTF_8), "too deeply");
    refused("deep.md", quotes.getBytes(StandardCharsets.UTF_8), "too deeply");
  }

  @Test
  void quotesThatKeepTooManyLinesOpen() {
    String quotes = "> ".repeat(300) + "a\n" + "> a\n".repeat(250_000);

    refused("wide.md", quotes.getBytes(StandardCharsets.UTF_8), "too deeply");
  }

  @Test
  @Timeout(20)
  void marksWithoutTheirOtherHalfTakeNoHours() throws ParseException {
    for (String mark : List.of("[a](<b", "<a ", "a <?", "*a _b `c ", "*a **b ")) {
      String endless = mark.repeat(200_000);

      assertThat(Samples.parsed("endless.md", endless).blocks()).hasSize(1);
      assertThat(Samples.parsed("endless.rst", "x " + endless).blocks()).hasSize(1);
      assertThat(Samples.parsed("endless.adoc", "x " + endless).blocks()).hasSize(1);
    }
  }

  @Test
  void binaryContentUnderATextName() {
    byte[] binary = new byte[3000];
    new java.util.Random(1).nextBytes(binary);

    refused("image.md", binary, "not text, although its name says so");
  }

  @Test
  void formatsThatNobodyReads() throws IOException {
    refused("photo.gif", "GIF89a".getBytes(StandardCharsets.US_ASCII), "image/gif");
    assertThat(Formats.known("photo.jpg")).isEqualTo(Tesseract.installed().isThere());
    assertThat(Formats.known("photo.webp")).isFalse();
    assertThat(Formats.known("Makefile")).isFalse();
    assertThat(Formats.known(".md/notes")).isFalse();
  }

  @Test
  void aFormatThatTheNameDoesNotTellIsToldByTheContent() throws ParseException {
    Formats formats = new Formats();

    assertThat(formats.parse(Content.file("LEAVE", Samples.bytes("handbook.pdf"))).anchors())
        .hasSize(3);
    assertThat(formats.parse(Content.file("plan.bin", Samples.bytes("handbook.docx"))).title())
        .contains("Restoring the archive");
    assertThat(formats.parse(Content.file("README", Samples.bytes("handbook.txt"))).text())
        .startsWith("# Restoring the archive");
    assertThat(formats.parse(Content.file("page", Samples.bytes("handbook.html"))).author())
        .contains("Operations team");
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
      zip.closeEntry();
    }
    return out.toByteArray();
  }

  @Test
  void aParagraphOfBarsWithoutEnd() throws ParseException {
    refused(
        "bars.md",
        "a | b\n".repeat(300_000).getBytes(StandardCharsets.UTF_8),
        "more than 20,000 lines");
    assertThat(
            Samples.parsed(
                    "table.md",
                    ("| a | b |\n|---|---|\n" + "| 1 | 2 |\n".repeat(30_000))
                        .getBytes(StandardCharsets.UTF_8))
                .blocks())
        .hasSize(30_001);
  }
}

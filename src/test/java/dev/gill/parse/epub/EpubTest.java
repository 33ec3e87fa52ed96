package dev.gill.parse.epub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.model.LeftOut;
import dev.gill.parse.Document;
import dev.gill.parse.DocumentShape;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An e-book is read in the order of its pages. */
@Tag("slow")
class EpubTest {
  private static final String CONTAINER =
      """
      <?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
      <rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>""";

  private final Map<String, String> files = new LinkedHashMap<>();

  private EpubTest book(String items, String spine) {
    files.put("mimetype", "application/epub+zip");
    files.put("META-INF/container.xml", CONTAINER);
    files.put(
        "OEBPS/book.opf",
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <package xmlns="http://www.idpf.org/2007/opf" version="3.0">
        <metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The gate &amp; the lift</dc:title>
        <dc:creator>Ann Lee</dc:creator><dc:creator>Bo Lindqvist</dc:creator></metadata>
        <manifest>%s</manifest><spine>%s</spine></package>"""
            .formatted(items, spine));
    return this;
  }

  private static String item(String id, String name, String more) {
    return "<item id=\"%s\" href=\"%s\" media-type=\"application/xhtml+xml\" %s/>"
        .formatted(id, name, more);
  }

  private static String place(String id) {
    return "<itemref idref=\"%s\"/>".formatted(id);
  }

  private EpubTest page(String name, String body) {
    files.put(
        name,
        """
        <?xml version="1.0" encoding="utf-8"?>
        <!DOCTYPE html>
        <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/><script src="a.js"/></head><body>%s</body></html>"""
            .formatted(body));
    return this;
  }

  private Document parsed() throws ParseException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Document document = Samples.parsed("manual.epub", bytes.toByteArray());
    DocumentShape.check(document);
    return document;
  }

  private static LeftOut left(LeftOut.Kind kind, int count) {
    return new LeftOut("e-book", kind, count);
  }

  @Test
  void thePagesAreReadInTheOrderOfTheSpine() throws ParseException {
    Document document =
        book(
                item("two", "text/chapter%202.xhtml", "")
                    + item("one", "text/chapter1.xhtml", "")
                    + item("nav", "nav.xhtml", "properties=\"nav\"")
                    + item("extra", "text/never.xhtml", ""),
                place("nav") + place("one") + place("two") + place("one"))
            .page("OEBPS/text/chapter 2.xhtml", "<h1>Lift</h1><p>It holds 8 people.</p>")
            .page(
                "OEBPS/text/chapter1.xhtml",
                """
                <a id="p1"/><h1>Gate</h1><div/><p>It is <b>3 metres</b> wide.</p><img src="a.png"/>
                <table><tr><th>Part</th><th>Cost</th></tr><tr><td>Bolt</td><td>2</td></tr></table>""")
            .page("OEBPS/nav.xhtml", "<nav epub:type='toc'><ol><li>Gate</li></ol></nav>")
            .page("OEBPS/text/never.xhtml", "<p>Not in the spine.</p>")
            .parsed();

    assertThat(document.text())
        .isEqualTo(
            "# Gate\n\nIt is 3 metres wide.\n\n| Part | Cost |\n| Bolt | 2 |\n\n# Lift\n\nIt holds 8 people.");
    assertThat(document.title()).contains("The gate & the lift");
    assertThat(document.author()).contains("Ann Lee, Bo Lindqvist");
    assertThat(document.leftOut())
        .containsExactlyInAnyOrder(left(LeftOut.Kind.CONTENTS, 1), left(LeftOut.Kind.PICTURE, 1));
  }

  @Test
  void aTableOfContentsWithinAPageIsNotRead() throws ParseException {
    Document document =
        book(item("one", "one.xhtml", ""), place("one"))
            .page(
                "OEBPS/one.xhtml",
                "<section epub:type='frontmatter toc'><h2>What is where</h2><p>Gate 7</p></section><p>It is open.</p>")
            .parsed();

    assertThat(document.text()).isEqualTo("It is open.");
    assertThat(document.leftOut()).containsExactly(left(LeftOut.Kind.CONTENTS, 1));
  }

  private EpubTest encrypted(String algorithm) {
    files.put(
        "META-INF/encryption.xml",
        """
        <encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#">
        <enc:EncryptedData><enc:EncryptionMethod Algorithm="%s"/></enc:EncryptedData></encryption>"""
            .formatted(algorithm));
    return book(item("one", "one.xhtml", ""), place("one"))
        .page("OEBPS/one.xhtml", "<p>It is open.</p>");
  }

  @Test
  void anEncryptedBookIsRefusedButGarbledFontsAreNot() throws ParseException {
    assertThatThrownBy(() -> encrypted("http://www.w3.org/2001/04/xmlenc#aes128-cbc").parsed())
        .isInstanceOf(ParseException.class)
        .hasMessageContaining("encrypted against copying");
    assertThat(encrypted("http://www.idpf.org/2008/embedding").parsed().text())
        .isEqualTo("It is open.");
  }

  @Test
  void aBrokenBookIsRefused() {
    assertThatThrownBy(() -> book("", "").parsed())
        .isInstanceOf(ParseException.class)
        .hasMessageContaining("not an e-book");
    assertThatThrownBy(() -> book(item("one", "gone.xhtml", ""), place("one")).parsed())
        .hasMessageContaining("not an e-book");
    files.remove("META-INF/container.xml");
    assertThatThrownBy(this::parsed).hasMessageContaining("not an e-book");
  }

  @Test
  @Timeout(30)
  void hostileBooksAreRefused() {
    assertThatThrownBy(
            () ->
                book(item("one", "one.xhtml", ""), place("one"))
                    .page("OEBPS/one.xhtml", "<div>".repeat(5000) + "x")
                    .parsed())
        .hasMessageContaining("too deeply");
    assertThatThrownBy(() -> page("OEBPS/one.xhtml", "<p>x</p>".repeat(600_000)).parsed())
        .hasMessageContaining("more than 500,000 paragraphs");
  }

  @Test
  void whatTheBooksStyleSheetCrossesOutHidesOrRaisesIsKnown() throws ParseException {
    book(item("a", "text/a.xhtml", ""), place("a"));
    files.put(
        "OEBPS/css/book.css",
        ".old { text-decoration: line-through; } .gone { display: none }"
            + " .up { position: relative; top: -0.33em; vertical-align: baseline; }");
    files.put(
        "OEBPS/text/a.xhtml",
        """
        <html xmlns="http://www.w3.org/1999/xhtml"><head><title/>
        <link href="../css/book.css" rel="stylesheet" type="text/css"/></head><body>
        <p>Parking costs <span class="old">20</span> 25 euros for 10<span class="up">6</span> cars.
        <span class="gone">Ask Bo.</span></p></body></html>""");

    Document document = parsed();

    assertThat(document.text()).isEqualTo("Parking costs 25 euros for 10^6 cars.");
    assertThat(document.leftOut())
        .extracting(LeftOut::kind)
        .containsExactly(LeftOut.Kind.STRUCK, LeftOut.Kind.HIDDEN);
  }
}

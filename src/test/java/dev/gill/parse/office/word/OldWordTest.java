package dev.gill.parse.office.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.model.Block;
import dev.gill.model.LeftOut;
import dev.gill.parse.Document;
import dev.gill.parse.DocumentShape;
import dev.gill.parse.ParseException;
import dev.gill.parse.Samples;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;

/** Documents of Word 97 to 2003 come out as later ones do. */
class OldWordTest {
  private static Document doc(String name) throws ParseException {
    Document document = Samples.parsed(name + ".doc", Samples.bytes("word97/" + name + ".doc"));
    DocumentShape.check(document);
    return document;
  }

  private static LeftOut left(LeftOut.Kind kind, int count) {
    return new LeftOut("Word document", kind, count);
  }

  @Test
  void allThatItsReaderSeesIsRead() throws ParseException {
    Document document = doc("boats");
    assertThat(document.title()).hasValue("Boat house");
    assertThat(document.author()).hasValue("Rowing club");
    assertThat(document.text())
        .isEqualTo(
            """
            Keep the slip road clear.

            # Boat house

            The gate code is 2288.

            The pump moves 10^6 litres [1] a day; see its manual (https://club.example.org/pump).

            ## Launching

            1. Sign the log.
              - With the time.
            2. Carry the boat
              - with four people.

            | Boat | Seats | Oars |
            | Heron | 4 | red |
            | Heron | 8 | blue |
            | Wren | not before May | not before May |

            钥匙挂在办公室的门后。

            [1] Measured in May.""");
    assertThat(document.blocks()).anyMatch(block -> block.kind() == Block.Kind.HEADING_ROW);
    assertThat(document.leftOut())
        .containsExactlyInAnyOrder(left(LeftOut.Kind.STRUCK, 1), left(LeftOut.Kind.HIDDEN, 1));
  }

  @Test
  void changesAreAccepted() throws ParseException {
    assertThat(doc("tracked-changes").text())
        .isEqualTo(
            """
            # Probation rules

            During probation the notice period is two weeks for both sides.

            A talk with the team lead takes place after six weeks.

            Laptops are returned to the service desk on the last day.

            | Level | Probation |
            | Engineers | 6 months |""");
  }

  @Test
  void clausesHaveTheirPrintedNumbers() throws ParseException {
    assertThat(doc("numbered-clauses").text())
        .contains("## 2.1 Invoices\n\n2.1.1 Invoices are sent monthly")
        .contains("\n  (b) hotel rooms up to 140 euros a night.")
        .contains("## 3.1 Subcontractors", "- Step 6: Sign the acceptance sheet.");
  }

  @Test
  void whatStandsBesideTheTextIsReadOnce() throws ParseException {
    assertThat(doc("text-box").text()).containsOnlyOnce("In an accident dial 5577");
    Document noted = doc("endnote-formula-comment");
    assertThat(noted.text())
        .contains("in equal parts [1] over its useful life.")
        .contains("\n\nComment: Leased cars are booked by the Lisbon branch.")
        .endsWith("\n\n[1] Anything below 800 euros is written off at once.");
  }

  @Test
  void listsOfContentsAreLeftOut() throws ParseException {
    Document document = doc("word-contents");
    assertThat(document.text()).startsWith("# When is breakfast served?\n\nIt starts at half past");
    assertThat(document.leftOut()).contains(left(LeftOut.Kind.CONTENTS, 1));
  }

  @Test
  void aFileUnderThisNameIsReadAsWhatItIs() throws Exception {
    byte[] rtf = "{\\rtf1 Keys hang in the office.}".getBytes(StandardCharsets.US_ASCII);
    assertThat(Samples.parsed("keys.doc", rtf).text()).isEqualTo("Keys hang in the office.");
    byte[] page = "<html><body><p>Keys.</p></body></html>".getBytes(StandardCharsets.US_ASCII);
    assertThat(Samples.parsed("keys.doc", page).text()).isEqualTo("Keys.");
    byte[] old = Samples.bytes("word97/boats.doc");
    assertThat(Samples.parsed("boats.docx", old).text()).contains("# Boat house");
  }

  @Test
  void whatCannotBeReadSaysWhy() throws IOException {
    byte[] old = emptied("WordDocument", new byte[] {(byte) 0xdc, (byte) 0xa5, 0x65, 0});
    assertThatThrownBy(() -> Samples.parsed("letter.doc", old))
        .isInstanceOf(ParseException.class)
        .hasMessage("The document is in the format of Word 95 or before; save it as .docx.");
    byte[] half = Arrays.copyOf(Samples.bytes("word97/boats.doc"), 4000);
    assertThatThrownBy(() -> Samples.parsed("letter.doc", half)).isInstanceOf(ParseException.class);
  }

  /** A compound file with one stream of 1,000 bytes that begins so. */
  private static byte[] emptied(String stream, byte[] beginning) throws IOException {
    try (POIFSFileSystem file = new POIFSFileSystem();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      file.createDocument(new ByteArrayInputStream(Arrays.copyOf(beginning, 1000)), stream);
      file.writeFilesystem(out);
      return out.toByteArray();
    }
  }
}

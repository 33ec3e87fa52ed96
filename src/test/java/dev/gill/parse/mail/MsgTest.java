package dev.gill.parse.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.model.LeftOut;
import dev.gill.parse.Document;
import dev.gill.parse.DocumentShape;
import dev.gill.parse.ParseException;
import dev.gill.parse.Samples;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Messages that Outlook stores. */
class MsgTest {
  private static final int SUBJECT = 0x0037;
  private static final int SUBMITTED = 0x0039;
  private static final int HEADERS = 0x007d;
  private static final int BODY = 0x1000;
  private static final int RTF = 0x1009;
  private static final int HTML = 0x1013;
  private static final Instant NOON = Instant.parse("2026-03-05T11:00:00Z");

  private static OutlookMessage message() {
    return new OutlookMessage()
        .text(0x001a, "IPM.Note")
        .text(SUBJECT, "Berths in 春")
        .text(0x0c1a, "Mia Ohm")
        .text(0x0c1f, "mia@example.org")
        .text(0x0e04, "Li Wei; Bo")
        .text(0x0e03, "Harbour")
        .time(SUBMITTED, NOON);
  }

  private static Document parsed(OutlookMessage message) throws ParseException {
    Document document = Samples.parsed("a.msg", message.file());
    DocumentShape.check(document);
    return document;
  }

  /** Rich Text as Outlook keeps it, in its form that packs nothing. */
  private static byte[] rich(String rtf) {
    byte[] bytes = rtf.getBytes(StandardCharsets.ISO_8859_1);
    return ByteBuffer.allocate(16 + bytes.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(bytes.length + 12)
        .putInt(bytes.length)
        .putInt(0x414c454d)
        .putInt(0)
        .put(bytes)
        .array();
  }

  private static byte[] utf8(String words) {
    return words.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aMessageComesOutAsAMailDoes() throws ParseException {
    Document document =
        parsed(
            message()
                .text(HEADERS, "Received: by x\r\nDate: Thu, 5 Mar 2026 12:00:00 +0100\r\n")
                .text(BODY, "Berth 4 is free.\r\n\r\nMia"));

    assertThat(document.text())
        .isEqualTo(
            """
            # Berths in 春

            From: Mia Ohm (mia@example.org)

            To: Li Wei, Bo

            Cc: Harbour

            Date: 5 March 2026, 12:00 (+01:00)

            Berth 4 is free.

            Mia""");
    assertThat(document.title()).contains("Berths in 春");
    assertThat(document.author()).contains("Mia Ohm");
    assertThat(document.written()).contains(NOON);
  }

  @Test
  void theWebPageIsReadBeforeRichTextAndPlainText() throws ParseException {
    assertThat(
            parsed(
                    message()
                        .text(BODY, "plain")
                        .bytes(RTF, rich("{\\rtf1 rich\\par}"))
                        .bytes(HTML, utf8("<p>Berth <s>3</s> 4 — free.</p>")))
                .text())
        .endsWith("\n\nBerth 4 — free.")
        .doesNotContain("plain", "rich");
  }

  @Test
  void aWebPageWithinRichTextIsReadAsOne() throws ParseException {
    String encapsulated =
        "{\\rtf1\\ansi\\ansicpg1252\\fromhtml1 \\deff0{\\fonttbl{\\f0 Arial;}}"
            + "{\\*\\htmltag19 <html>}{\\*\\htmltag64 <ul>}{\\*\\htmltag64 <li>}\\htmlrtf"
            + " {\\f0 \\bullet\\htmlrtf0 Caf\\'e9 & berth\\htmlrtf\\par}\\htmlrtf0"
            + "{\\*\\htmltag72 </li></ul>}}";
    assertThat(parsed(message().bytes(RTF, rich(encapsulated))).text())
        .endsWith("\n\n- Café & berth");
  }

  @Test
  void richTextIsReadAsSuch() throws ParseException {
    Document document =
        parsed(message().bytes(RTF, rich("{\\rtf1 Berth {\\deleted 3}4 is free.\\par}")));
    assertThat(document.text()).endsWith("\n\nBerth 4 is free.");
    assertThat(document.leftOut())
        .containsExactly(new LeftOut("Outlook message", LeftOut.Kind.DELETED, 1));
  }

  @Test
  void whatIsAttachedHasASectionOfItsOwn() throws ParseException {
    OutlookMessage inner =
        new OutlookMessage().text(SUBJECT, "Fees").text(0x0c1a, "Bo").text(BODY, "25 euros.");
    Document document =
        parsed(
            message()
                .bytes(HTML, utf8("<p>See there.</p><img src='cid:sign1'>"))
                .attached(OutlookMessage.file("rules.md", utf8("# Rules\n\nNo diving.")))
                .attached(OutlookMessage.file("plan.dwg", new byte[] {1, 2, 3}))
                .attached(OutlookMessage.file("s.png", new byte[] {1}).text(0x3712, "sign1"))
                .attached(OutlookMessage.holding(inner)));

    assertThat(document.text())
        .contains("\n\n## Fees\n\nFrom: Bo\n\n25 euros.")
        .contains("\n\n- Attachment: plan.dwg\n\n")
        .endsWith("## Attachment: rules.md\n\n### Rules\n\nNo diving.");
    assertThat(document.leftOut())
        .contains(
            new LeftOut("Outlook message", LeftOut.Kind.ATTACHMENT, 1),
            new LeftOut("Outlook message", LeftOut.Kind.PICTURE, 1));
  }

  @Test
  void anEncryptedMessageIsRefusedWithTheReason() {
    assertThatThrownBy(() -> parsed(message().text(0x001a, "IPM.Note.SMIME").text(BODY, "x")))
        .isInstanceOf(ParseException.class)
        .hasMessage("The mail is encrypted; store it without encryption.");
  }

  @Test
  void aDamagedMessageIsReadOrRefusedInOneSentence() {
    byte[] whole = message().text(BODY, "Berth 4 is free.").bytes(HTML, utf8("<p>x</p>")).file();
    for (int i = 0; i < 60; i++) {
      byte[] damaged = Arrays.copyOf(whole, i % 2 == 0 ? whole.length : whole.length * i / 60);
      for (int k = i; k < damaged.length; k += 97) {
        damaged[k] ^= (byte) (i + 1);
      }
      try {
        DocumentShape.check(Samples.parsed("a.msg", damaged));
      } catch (ParseException e) {
        assertThat(e.getMessage()).endsWith(".").doesNotContain("\n", "Exception");
      }
    }
  }
}

package dev.gill.source.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What a message says itself: without quotes and signatures, whichever program wrote it. */
final class MailTextTest {
  private static String said(String text) {
    return Quotes.without(text, false);
  }

  private static String read(String message) throws Exception {
    return Mime.of(message.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)).text();
  }

  @Test
  void quotesAndTheLineAboveThemGo() {
    assertThat(said("With the script.\n\nOn Mon, 5 May 2025 at 10:00, Noor wrote:\n> How?\n> Now?"))
        .isEqualTo("With the script.");
    assertThat(said("> How?\nWith the script.\n> And when?\nOn Friday."))
        .isEqualTo("With the script.\nOn Friday.");
    assertThat(
            said(
                "Yes.\n\nOn Mon, 5 May 2025 at 10:00, Noor Haddad of Operations\n<noor@lab.test> wrote:\n> How?"))
        .isEqualTo("Yes.");
    assertThat(said("Ja.\n\nAm 05.05.2025 um 10:00 schrieb Noor:\n> Wie?")).isEqualTo("Ja.");
    assertThat(said("可以。\n\n在 2025年5月5日，Noor 写道：\n> 可以吗？")).isEqualTo("可以。");
  }

  @Test
  void aWholeMessageBelowGoes() {
    assertThat(said("Done.\n\n-----Original Message-----\nFrom: Noor\nHow?")).isEqualTo("Done.");
    assertThat(
            said(
                "Done.\n\n________________________________\nFrom: Noor\nSent: Monday\nTo: Team\nSubject: How\n\nHow?"))
        .isEqualTo("Done.");
    assertThat(said("好的。\n\n发件人: 诺尔\n发送时间: 2025年5月5日\n收件人: 团队\n主题: 恢复\n\n怎么恢复？")).isEqualTo("好的。");
  }

  @Test
  void signaturesGo() {
    assertThat(said("On Friday.\n\n-- \nNoor Haddad\nOperations")).isEqualTo("On Friday.");
    assertThat(said("On Friday.\n\nSent from my iPhone")).isEqualTo("On Friday.");
    assertThat(said("周五。\n\n发自我的iPhone")).isEqualTo("周五。");
  }

  @Test
  void whatOnlyLooksLikeAQuoteStays() {
    String text =
        "Noor wrote: use the script.\n\n| Step | Who |\n| 1 | Noor |\n\nFrom: the gate, to: the hall.\nWe met on Monday.";
    assertThat(said(text)).isEqualTo(text);
  }

  @Test
  void aForwardedMessageIsWhatItsSenderSays() throws Exception {
    assertThat(
            read(
                Mails.message(
                    "f",
                    "Fwd: Restore",
                    "See below.\n\n> Run restore.sh\n\nFrom: Jonas\nSent: Monday\nTo: Noor\nSubject: Restore\n\nRun it twice.")))
        .contains("Run restore.sh", "Run it twice.");
  }

  @Test
  void htmlIsReadAsAPersonReadsIt() throws Exception {
    String html =
        """
        <html><head><style>p{}</style></head><body><p>We move <b>on Friday</b>.</p>
        <ul><li>Backup first<ul><li>twice</li></ul></li><li>Then move</li></ul>
        <table><tr><th>Step</th><th>Who</th></tr><tr><td>1</td><td>Noor</td></tr></table>
        <div class="gmail_signature">Noor</div>
        <div class="gmail_quote"><div class="gmail_attr">On Monday Jonas wrote:</div>
        <blockquote>When?</blockquote></div></body></html>
        """;
    String message =
        Mails.message("h", "Move", "").replace("text/plain", "text/html").stripTrailing()
            + "\n\n"
            + html;

    assertThat(read(message))
        .isEqualTo(
            "We move on Friday.\n\n- Backup first\n  - twice\n- Then move\n\n| Step | Who |\n| 1 | Noor |");
  }

  @Test
  void encodedTextIsDecodedAndWrappedLinesAreJoined() throws Exception {
    String base64 = java.util.Base64.getEncoder().encodeToString("我们周五迁移。".getBytes("GB18030"));
    assertThat(
            read(
                Mails.message("e", "=?UTF-8?B?5Yaz5a6a?=", base64)
                    .replace("charset=utf-8", "charset=gb2312")
                    .replace("8bit", "base64")))
        .isEqualTo("我们周五迁移。");
    assertThat(
            read(
                Mails.message("w", "Move", "We move \non Friday.\nBring boxes.")
                    .replace("charset=utf-8", "charset=utf-8; format=flowed")))
        .isEqualTo("We move on Friday.\nBring boxes.");
  }
}

package dev.gill.parse.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.model.LeftOut;
import dev.gill.parse.Document;
import dev.gill.parse.ParseException;
import dev.gill.parse.Samples;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailTest {
  private static final String HEAD =
      "From: \"Mira Stone\" <mira@example.org>\nSubject: One\nMIME-Version: 1.0\n";

  private static Document mail(String rest) throws ParseException {
    return Samples.parsed("one.eml", HEAD + rest);
  }

  private static String plain(String words) {
    return "--b\nContent-Type: text/plain; charset=utf-8\n\n" + words + "\n";
  }

  private static String html(String words) {
    return "--b\nContent-Type: text/html; charset=utf-8\n\n<html><body>"
        + words
        + "</body></html>\n";
  }

  private static String parts(String kind, String... parts) {
    return "Content-Type: multipart/"
        + kind
        + "; boundary=b\n\n"
        + String.join("", parts)
        + "--b--\n";
  }

  private static String file(String name, String type, String content) {
    return "--b\nContent-Type: "
        + type
        + "; name=\""
        + name
        + "\"\nContent-Disposition: attachment; filename=\""
        + name
        + "\"\nContent-Transfer-Encoding: base64\n\n"
        + Base64.getMimeEncoder().encodeToString(content.getBytes())
        + "\n";
  }

  @Test
  void whoWroteToWhomAndWhenIsText() throws ParseException {
    Document document =
        mail(
            "To: \"Jon Feld\" <jon@example.org>, =?utf-8?B?6LW15ZOy?= <zz@example.org>\n"
                + "Cc: audit@example.org\nDate: Fri, 21 Feb 2025 16:45:00 -0530\n\nYes.\n");

    assertThat(document.text())
        .isEqualTo(
            """
            # One

            From: Mira Stone (mira@example.org)

            To: Jon Feld, 赵哲

            Cc: audit@example.org

            Date: 21 February 2025, 16:45 (-05:30)

            Yes.""");
    assertThat(document.written()).contains(Instant.parse("2025-02-21T22:15:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "Your mail program cannot show HTML. Please view this message in a browser.",
    "' '",
    "Closed.",
    "View online: https://example.org/x",
  })
  void aStubGivesWayToTheHtml(String stub) throws ParseException {
    String page = "<p>The office is closed from 24 December to 2 January because of works.</p>";

    assertThat(mail(parts("alternative", plain(stub), html(page))).text())
        .contains("24 December to 2 January")
        .doesNotContain("Your mail program");
  }

  @Test
  void plainTextThatSaysTheSameIsPreferred() throws ParseException {
    String text =
        mail(parts(
                "alternative",
                plain("The office is closed from 24 December."),
                html("<h1>News</h1><p>The office is closed from 24 December.</p>")))
            .text();

    assertThat(text).contains("The office is closed from 24 December.").doesNotContain("News");
  }

  @Test
  void relatedHtmlWithAPictureIsRead() throws ParseException {
    String related =
        "--b\nContent-Type: multipart/related; boundary=c\n\n--c\nContent-Type: text/html\n\n"
            + "<p>Gate 4 is shut until Monday morning.</p>\n--c\nContent-Type: image/png\n"
            + "Content-ID: <x>\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n--c--\n";
    Document document = mail(parts("alternative", plain("See the picture."), related));

    assertThat(document.text()).contains("Gate 4 is shut");
    assertThat(document.leftOut()).containsExactly(new LeftOut("e-mail", LeftOut.Kind.PICTURE, 1));
  }

  @Test
  void attachmentsAreSectionsAndWhatCannotBeReadIsCounted() throws ParseException {
    Document document =
        mail(
            parts(
                "mixed",
                plain("See the files."),
                file("rates.csv", "application/octet-stream", "Bay,Rate\nD,42\n"),
                file("guide.md", "text/markdown", "# Guide\n\n## Doors\n\nShut them.\n"),
                file("winmail.dat", "application/ms-tnef", "x\u0000y")));

    assertThat(document.text())
        .endsWith(
            """
            See the files.

            - Attachment: winmail.dat

            ## Attachment: rates.csv

            | Bay | Rate |
            | D | 42 |

            ## Attachment: guide.md

            ### Guide

            #### Doors

            Shut them.""");
    assertThat(Samples.block(document, "Shut them.").headings())
        .containsExactly("One", "Attachment: guide.md", "Guide", "Doors");
    assertThat(document.leftOut())
        .containsExactly(new LeftOut("e-mail", LeftOut.Kind.ATTACHMENT, 1));
  }

  @Test
  void mailsInMailsInMailsEnd() throws ParseException {
    String inner = HEAD + "\nInnermost.\n";
    for (int i = 0; i < 25; i++) {
      inner =
          HEAD
              + parts("mixed", plain("Level " + i), file("m" + i + ".eml", "application/x", inner));
    }
    assertThat(Samples.parsed("deep.eml", inner).text()).contains("Level 24");
  }

  @Test
  void hundredsOfAttachmentsAreReadUpToALimit() throws ParseException {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      many.append(file("n" + i + ".txt", "text/plain", "Note " + i));
    }
    Document document = mail(parts("mixed", plain("Many."), many.toString()));

    assertThat(document.leftOut())
        .containsExactly(new LeftOut("e-mail", LeftOut.Kind.ATTACHMENT, 180));
    assertThat(document.text()).contains("- Attachment: n199.txt");
  }

  @Test
  void flowedLinesAreOne() throws ParseException {
    String body =
        "Content-Type: text/plain; format=flowed\n\nThe key is \nwith Bo.\n\n> Who has \n> it?\n\n"
            + "-- \nMira\n";

    assertThat(mail(body).text()).endsWith("The key is with Bo.\n\n> Who has it?\n\nMira");
  }

  @Test
  void anEncryptedMailSaysSo() {
    assertThatThrownBy(
            () ->
                mail(
                    "Content-Type: application/pkcs7-mime\nContent-Transfer-Encoding: base64\n\nAAAA\n"))
        .hasMessageContaining("encrypted");
  }

  private static String event(String lines) throws ParseException {
    return Samples.parsed(
            "event.ics",
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nSUMMARY:Drill\r\n"
                + lines.replace("\n", "\r\n")
                + "\r\nBEGIN:VALARM\r\nDESCRIPTION:beep\r\nEND:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
        .text();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DTSTART;TZID=Europe/Berlin:20250703T140000~DTEND;TZID=Europe/Berlin:20250703T153000"
            + "|When: 3 July 2025 14:00–15:30 (Europe/Berlin)",
        "DTSTART;TZID=\"W. Europe Standard Time\":20250703T140000~DURATION:PT90M"
            + "|When: 3 July 2025 14:00–15:30 (Europe/Berlin)",
        "DTSTART:20250703T220000Z~DTEND:20250704T020000Z"
            + "|When: 3 July 2025 22:00 to 4 July 2025 02:00 (UTC)",
        "DTSTART;TZID=Asia/Shanghai:20250703T090000~DTEND;TZID=Europe/Paris:20250703T120000"
            + "|When: 3 July 2025 09:00 (Asia/Shanghai) to 3 July 2025 12:00 (Europe/Paris)",
        "DTSTART;VALUE=DATE:20251224~DTEND;VALUE=DATE:20251227|When: 24 December 2025 to 26 December 2025",
        "DTSTART;VALUE=DATE:20251224~DTEND;VALUE=DATE:20251225|When: 24 December 2025",
        "DTSTART:20250703T080000|When: 3 July 2025 08:00",
        "DTSTART:soon|When: soon",
        "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;COUNT=10"
            + "|Repeats: every 2 weeks on Monday and Wednesday, 10 times",
        "RRULE:FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20261231T000000Z"
            + "|Repeats: every month on the last Friday, until 31 December 2026 00:00 (UTC)",
        "RRULE:FREQ=YEARLY;BYSETPOS=3;BYDAY=MO|Repeats: FREQ=YEARLY;BYSETPOS=3;BYDAY=MO",
        "EXDATE;VALUE=DATE:20250710,20250717|Not on: 10 July 2025; 17 July 2025",
        "LOCATION:Stairwell North\\, level 2|Where: Stairwell North, level 2",
        "ORGANIZER;CN=\"Safety: Team\":mailto:safety@example.org|Organizer: Safety: Team",
        "ATTENDEE;ROLE=CHAIR:mailto:a@example.org~ATTENDEE;CN=Bo:mailto:b@example.org"
            + "|Attendees: a@example.org, Bo",
        "STATUS:CANCELLED|Cancelled event: Drill",
        "DESCRIPTION:Please bring the orange~  vests\\, one for each|Please bring the orange vests, one for each",
      })
  void anEventInWords(String lines, String words) throws ParseException {
    assertThat(event(lines.replace('~', '\n')).split("\n")).contains(words);
    assertThat(event(lines.replace('~', '\n'))).doesNotContain("beep");
  }

  @Test
  void anInvitationStandsBesideTheTextOnce() throws ParseException {
    String calendar =
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Drill\nDTSTART:20250703T080000Z\n"
            + "DESCRIPTION:Bring vests.\nEND:VEVENT\nEND:VCALENDAR\n";
    Document document =
        mail(
            "Content-Type: multipart/mixed; boundary=o\n\n--o\n"
                + parts(
                    "alternative",
                    plain("Bring vests."),
                    "--b\nContent-Type: text/calendar; method=REQUEST\n\n" + calendar)
                + "--o\nContent-Type: application/ics; name=invite.ics\n"
                + "Content-Disposition: attachment; filename=invite.ics\n\n"
                + calendar
                + "--o--\n");

    assertThat(document.text())
        .endsWith("Bring vests.\n\nEvent: Drill\n\nWhen: 3 July 2025 08:00 (UTC)");
  }
}

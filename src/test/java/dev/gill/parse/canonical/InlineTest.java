package dev.gill.parse.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.LeftOut;
import dev.gill.parse.Document;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InlineTest {
  private static String paragraphs(Inline line) {
    CanonicalText text = new CanonicalText(Limits.DEFAULT);
    text.paragraph(line);
    return text.build("file").text();
  }

  @Test
  void linesThatTheAuthorPartedStayApart() {
    assertThat(
            paragraphs(
                Inline.of("Hall A: Ida Brand").lineBreak().text("Hall B: Uwe Kolb").lineBreak()))
        .isEqualTo("Hall A: Ida Brand\n\nHall B: Uwe Kolb");
  }

  @Test
  void proseThatWasBrokenToFitIsOneParagraph() {
    assertThat(
            paragraphs(
                Inline.of("The archive is kept for ninety days and then it is given to")
                    .lineBreak()
                    .text("the city, which keeps it.")))
        .isEqualTo(
            "The archive is kept for ninety days and then it is given to the city, which keeps"
                + " it.");
  }

  @Test
  void raisedFiguresAreNotGluedToNumbers() {
    assertThat(Inline.of("10").raised("6", false).text(" readings").toString())
        .isEqualTo("10^6 readings");
    assertThat(Inline.of("within 14").raised("1", true).text(" days").toString())
        .isEqualTo("within 14 [1] days");
    assertThat(Inline.of("the note").raised("[2]", true).text(".").toString())
        .isEqualTo("the note [2].");
  }

  @ParameterizedTest
  @CsvSource({
    "the board, https://grafana.example.org/d/1, the board (https://grafana.example.org/d/1)",
    "https://a.example.org, https://a.example.org, https://a.example.org",
    "write to us, mailto:desk@example.org?subject=x, write to us (desk@example.org)",
    "the hotline, tel:+49-30-5550123, the hotline (+49-30-5550123)",
    "the next page, ../next.md, the next page",
    "a trap, javascript:alert(1), a trap"
  })
  void linksSayWhereTheyLead(String words, String target, String shown) {
    assertThat(Inline.of(words).target(target).toString()).isEqualTo(shown);
  }

  @Test
  void contentsAreLeftOutWithTheirTitleAndCounted() {
    CanonicalText text = new CanonicalText(Limits.DEFAULT);
    text.heading(1, Inline.of("Climbing hall"));
    text.heading(2, Inline.of("Contents"));
    text.contents();
    text.heading(2, Inline.of("Opening"));
    text.paragraph(Inline.of("At ten."));
    Document document = text.build("Markdown file");
    assertThat(document.text()).isEqualTo("# Climbing hall\n\n## Opening\n\nAt ten.");
    assertThat(document.blocks().getLast().headings())
        .isEqualTo(List.of("Climbing hall", "Opening"));
    assertThat(document.leftOut())
        .isEqualTo(List.of(new LeftOut("Markdown file", LeftOut.Kind.CONTENTS, 1)));
  }
}

package dev.gill.parse.office.opendocument;

import static dev.gill.parse.office.opendocument.OpenTextFile.p;
import static dev.gill.parse.office.opendocument.OpenTextFile.span;
import static dev.gill.parse.office.opendocument.OpenTextFile.style;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.model.Block;
import dev.gill.model.LeftOut;
import dev.gill.parse.Document;
import dev.gill.parse.ParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an OpenDocument text says is what its reader sees. */
class OpenTextTest {
  private static LeftOut left(LeftOut.Kind kind, int count) {
    return new LeftOut("OpenDocument text", kind, count);
  }

  @Test
  void whatIsNotValidIsNotRead() throws ParseException {
    String styles =
        style("text", "S", "style:text-line-through-style='solid'")
            + style("text", "H", "text:display='none'")
            + style("paragraph", "HP", "text:display='none'")
            + style("text", "U", "style:text-position='super 58%'");
    Document document =
        OpenTextFile.of(
                styles,
                "<text:tracked-changes><text:changed-region><text:deletion>%s</text:deletion></text:changed-region></text:tracked-changes>"
                    .formatted(p("The bonus is paid.")),
                p("Notice is <text:change/>two weeks."),
                p("The port is " + span("S", "7001 ") + "7443."),
                p("Ring." + span("H", " Template note.")),
                "<text:p text:style-name='HP'>Unseen.</text:p>",
                "<text:section text:display='none'>%s</text:section>".formatted(p("Old rules.")),
                "<text:section>%s</text:section>".formatted(p("New rules.")),
                p("10" + span("U", "6") + " readings."))
            .parsed();

    assertThat(document.text())
        .isEqualTo(
            "Notice is two weeks.\n\nThe port is 7443.\n\nRing.\n\nNew rules.\n\n10^6 readings.");
    assertThat(document.leftOut())
        .containsExactly(
            left(LeftOut.Kind.DELETED, 1),
            left(LeftOut.Kind.STRUCK, 1),
            left(LeftOut.Kind.HIDDEN, 3));
  }

  @Test
  void numbersAreThoseThatArePrinted() throws ParseException {
    String level =
        "<text:list-level-style-number text:level='%d' style:num-format='%s' style:num-prefix='%s' style:num-suffix='%s' text:display-levels='%d'/>";
    String list = "<text:list text:style-name='L' %s>%s</text:list>";
    String item = "<text:list-item %s>%s</text:list-item>";
    String text =
        OpenTextFile.of(
                "<text:list-style style:name='L'>%s%s</text:list-style><text:list-style style:name='K'>%s</text:list-style>"
                    .formatted(
                        level.formatted(1, "1", "", ".", 1),
                        level.formatted(2, "a", "(", ")", 1),
                        level.formatted(1, "1", "Step ", ":", 1)),
                "<text:h text:outline-level='1'>Fees</text:h>",
                "<text:h text:outline-level='2'>Invoices</text:h>",
                "<text:h text:outline-level='2'>Expenses</text:h>",
                list.formatted(
                    "",
                    item.formatted(
                            "",
                            p("Trains;")
                                + "<text:list>%s</text:list>"
                                    .formatted(
                                        item.formatted("", p("second class;"))
                                            + item.formatted("", p("no taxis."))))
                        + item.formatted("", p("Hotels."))),
                p("Between."),
                list.formatted("text:continue-numbering='true'", item.formatted("", p("Meals."))),
                list.formatted("", item.formatted("text:start-value='7'", p("Seven."))),
                list.replace("'L'", "'K'").formatted("", item.formatted("", p("Sign."))))
            .part(
                "styles.xml",
                "<office:styles><text:outline-style>%s%s</text:outline-style></office:styles>"
                    .formatted(
                        level
                            .formatted(1, "I", "Part ", "", 1)
                            .replace("list-level", "outline-level"),
                        level.formatted(2, "1", "", "", 2).replace("list-level", "outline-level")))
            .text();

    assertThat(text)
        .isEqualTo(
            """
            # Part I Fees

            ## I.1 Invoices

            ## I.2 Expenses

            1. Trains;
              (a) second class;
              (b) no taxis.
            2. Hotels.

            Between.

            3. Meals.

            7. Seven.

            - Step 1: Sign.""");
  }

  @Test
  void whatStandsBesideTheTextIsReadOnce() throws ParseException {
    Document document =
        OpenTextFile.of(
                "",
                "<text:h text:outline-level='1'>Contents</text:h>",
                "<text:table-of-content><text:index-body>%s</text:index-body></text:table-of-content>"
                    .formatted(p("Bells 3")),
                p(
                    "Before.<draw:frame><draw:text-box>%s</draw:text-box></draw:frame>"
                        .formatted(p("In a box."))),
                p(
                    "Within 14<text:note><text:note-citation>1</text:note-citation><text:note-body>%s</text:note-body></text:note> days."
                        .formatted(p("Working days."))),
                p(
                    "Cars.<office:annotation><dc:creator>Ana</dc:creator>%s</office:annotation>"
                        .formatted(p("Lisbon books them."))),
                p(
                    "It is <draw:frame><draw:object><math:math><math:mfrac><math:mrow><math:mi>a</math:mi><math:mo>+</math:mo><math:mi>b</math:mi></math:mrow><math:mn>2</math:mn></math:mfrac></math:math></draw:object><draw:image/></draw:frame>."),
                p(
                    "Press <draw:frame><draw:image/><svg:desc>the yellow bar</svg:desc></draw:frame>, see <text:a xlink:href='https://a.example/x'>the plan</text:a>.<draw:frame><draw:image/></draw:frame>"),
                p("Hall A: Ida<text:line-break/>Hall B: Bea"))
            .part(
                "styles.xml",
                "<office:master-styles><style:master-page><style:header>%s</style:header><style:header-left>%s</style:header-left><style:footer>%s</style:footer></style:master-page></office:master-styles>"
                    .formatted(
                        p("House rules"),
                        p("House rules"),
                        p("Page <text:page-number>3</text:page-number>")))
            .parsed();

    assertThat(document.text())
        .isEqualTo(
            """
            House rules

            Before.

            In a box.

            Within 14 [1] days.

            [1] Working days.

            Cars.

            Comment by Ana: Lisbon books them.

            It is (a + b)/2.

            Press the yellow bar, see the plan (https://a.example/x).

            Hall A: Ida

            Hall B: Bea""");
    assertThat(document.leftOut())
        .containsExactly(
            left(LeftOut.Kind.CONTENTS, 1),
            left(LeftOut.Kind.REPEATED, 1),
            left(LeftOut.Kind.PICTURE, 1));
  }

  @Test
  void tablesKeepSpansAndHeadingRows() throws ParseException {
    String cell = "<table:table-cell %s><text:p>%s</text:p></table:table-cell>";
    Document document =
        OpenTextFile.of(
                "",
                "<table:table><table:table-header-rows><table:table-row>%s%s</table:table-row></table:table-header-rows><table:table-row>%s%s</table:table-row><table:table-row><table:covered-table-cell/>%s</table:table-row></table:table>"
                    .formatted(
                        cell.formatted("", "House"),
                        cell.formatted("", "Room"),
                        cell.formatted("table:number-rows-spanned='2'", "Tower"),
                        cell.formatted("", "Heron"),
                        cell.formatted("", "Birch")))
            .parsed();

    assertThat(document.text()).isEqualTo("| House | Room |\n| Tower | Heron |\n| Tower | Birch |");
    assertThat(document.blocks().getFirst().kind()).isEqualTo(Block.Kind.HEADING_ROW);
  }

  @Test
  @Timeout(20)
  void hostileOnesAreRefused() {
    assertThatThrownBy(
            () -> OpenTextFile.of("", p("<text:s text:c='999'/>".repeat(20_000) + "x")).text())
        .hasMessageContaining("characters of text");
    assertThatThrownBy(
            () ->
                OpenTextFile.of("", "<text:list>".repeat(500) + "</text:list>".repeat(500)).text())
        .hasMessageContaining("too deeply");
  }

  @Test
  void aParagraphThatLooksLikeAHeadingIsOne() throws ParseException {
    String styled =
        "<style:style style:family='paragraph' style:name='P1'"
            + " style:parent-style-name='Heading_20_2'/>";

    assertThat(
            OpenTextFile.of(
                    styled,
                    "<text:p text:style-name='P1'>Ending a contract</text:p>",
                    p("Six weeks before it runs out."))
                .parsed()
                .text())
        .isEqualTo("## Ending a contract\n\nSix weeks before it runs out.");
  }
}

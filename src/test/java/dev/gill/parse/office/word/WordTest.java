package dev.gill.parse.office.word;

import static dev.gill.parse.office.word.WordFile.cell;
import static dev.gill.parse.office.word.WordFile.cells;
import static dev.gill.parse.office.word.WordFile.field;
import static dev.gill.parse.office.word.WordFile.p;
import static dev.gill.parse.office.word.WordFile.r;
import static dev.gill.parse.office.word.WordFile.row;
import static dev.gill.parse.office.word.WordFile.styled;
import static dev.gill.parse.office.word.WordFile.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.LeftOut;
import dev.gill.parse.Document;
import dev.gill.parse.ParseException;
import org.junit.jupiter.api.Test;

/** What a Word document says is what its reader sees with all changes accepted. */
class WordTest {
  private static LeftOut left(LeftOut.Kind kind, int count) {
    return new LeftOut("Word document", kind, count);
  }

  private static String deleted(String words) {
    return "<w:del w:id='1'><w:r><w:delText xml:space='preserve'>%s</w:delText></w:r></w:del>"
        .formatted(words);
  }

  private static String inserted(String words) {
    return "<w:ins w:id='1'>%s</w:ins>".formatted(r(words));
  }

  @Test
  void changesAreAccepted() throws ParseException {
    String gone = "<w:pPr><w:rPr><w:del w:id='2'/></w:rPr></w:pPr>";
    Document document =
        WordFile.of(
                p(r("Notice is "), deleted("four weeks"), inserted("two weeks"), r(".")),
                p("<w:moveFrom w:id='3'>%s</w:moveFrom>".formatted(r("Laptops go back."))),
                p("<w:moveTo w:id='3'>%s</w:moveTo>".formatted(r("Laptops go back."))),
                p(gone, deleted("The bonus is paid.")),
                p(gone, r("The first half ")),
                p(r("and the second half.")),
                table(
                    row(cells("Engineers", "6 months")),
                    "<w:tr><w:trPr><w:del w:id='4'/></w:trPr>%s</w:tr>".formatted(cells("Interns")),
                    row(cells("Clerks") + cell("<w:cellDel w:id='5'/>", p(r("old"))) + cells("3"))))
            .parsed();

    assertThat(document.text())
        .isEqualTo(
            """
            Notice is two weeks.

            Laptops go back.

            The first half and the second half.

            | Engineers | 6 months |
            | Clerks | 3 |""");
    assertThat(document.leftOut()).containsExactly(left(LeftOut.Kind.DELETED, 5));
  }

  @Test
  void hiddenAndStruckWordsAreLeftOutAlsoByStyle() throws ParseException {
    Document document =
        WordFile.of(
                p(r("Ring at the owner."), r("<w:vanish/>", " Template note.")),
                p(
                    r("The port is "),
                    r("<w:strike/>", "7001"),
                    r("<w:dstrike/>", "7002"),
                    r("7443.")),
                styled("Secret", r("Unseen."), r("<w:vanish w:val='0'/>", "Seen.")),
                p(r("<w:rStyle w:val='Gone'/>", "No longer."), r("Still.")))
            .styles(
                """
                <w:style w:type="paragraph" w:styleId="Base"><w:name w:val="Base"/>\
                <w:rPr><w:vanish/></w:rPr></w:style>\
                <w:style w:type="paragraph" w:styleId="Secret"><w:basedOn w:val="Base"/></w:style>\
                <w:style w:type="character" w:styleId="Gone"><w:rPr><w:strike/></w:rPr></w:style>""")
            .parsed();

    assertThat(document.text())
        .isEqualTo("Ring at the owner.\n\nThe port is 7443.\n\nSeen.\n\nStill.");
    assertThat(document.leftOut())
        .containsExactly(left(LeftOut.Kind.STRUCK, 2), left(LeftOut.Kind.HIDDEN, 2));
  }

  @Test
  void raisedFiguresAreNotGlued() throws ParseException {
    String up = "<w:vertAlign w:val='superscript'/>";
    assertThat(
            WordFile.of(
                    p(
                        r("10"),
                        r(up, "1"),
                        r(up, "2"),
                        r(" readings on the 3"),
                        r(up, "rd"),
                        r(".")),
                    p(
                        r("Water is H"),
                        r("<w:vertAlign w:val='subscript'/>", "2"),
                        r("O, m"),
                        r(up, "-1")))
                .text())
        .isEqualTo("10^12 readings on the 3rd.\n\nWater is H2O, m^-1");
  }

  @Test
  void contentControlsReadLikeWhatTheyHold() throws ParseException {
    String sdt =
        "<w:sdt><w:sdtPr><w:alias w:val='Date'/></w:sdtPr><w:sdtContent>%s</w:sdtContent></w:sdt>";
    Document document =
        WordFile.of(
                table(
                    row(cells("Nordlicht"), sdt.formatted(cells("31 March 2027")), cells("Pilar")),
                    sdt.formatted(sdt.formatted(row(cells("Veltro", "30 June 2026", "Tomasz"))))),
                sdt.formatted(
                    sdt.formatted(styled("H2", r("Ending")))
                        + table(row(cells("a", "b")), row(cells("c", "d")))),
                p(r("Kept by "), sdt.formatted(r("the office")), r(".")),
                p(
                    r("Signed: "),
                    "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>%s</w:sdtContent></w:sdt>"
                        .formatted(r("<w:rStyle w:val='PlaceholderText'/>", "Click here"))))
            .parsed();

    assertThat(document.text())
        .isEqualTo(
            """
            | Nordlicht | 31 March 2027 | Pilar |
            | Veltro | 30 June 2026 | Tomasz |

            ## Ending

            | a | b |
            | c | d |

            Kept by the office.

            Signed:""");
    assertThat(document.leftOut()).containsExactly(left(LeftOut.Kind.PROMPT, 1));
  }

  @Test
  void aDeletedLinkLeavesNoTarget() throws ParseException {
    String link = field("HYPERLINK \"https://a.example\"", r("old"));
    assertThat(WordFile.of(p(r("Kept."), "<w:del w:id='1'>%s</w:del>".formatted(link))).text())
        .isEqualTo("Kept.");
  }

  @Test
  void fieldsReadAsTheirResults() throws ParseException {
    String box =
        "<w:r><w:fldChar w:fldCharType='begin'><w:ffData>%s</w:ffData></w:fldChar></w:r><w:r><w:instrText>FORM</w:instrText></w:r>"
            + field("end");
    assertThat(
            WordFile.of(
                    p(
                        r("See "),
                        field("HYPERLINK \"https://a.example/x\" \\o \"tip\"", r("the plan")),
                        r(" on page "),
                        field("PAGEREF _Ref1", r("7")),
                        r(".")),
                    p(
                        "<w:fldSimple w:instr='DOCPROPERTY Owner'>%s</w:fldSimple>"
                            .formatted(r("Pilar")),
                        r(" owns it.")),
                    p(
                        box.formatted("<w:checkBox><w:checked/></w:checkBox>"),
                        r(" yes "),
                        box.formatted("<w:checkBox><w:default w:val='0'/></w:checkBox>"),
                        r(" no")),
                    p(
                        r("Shift: "),
                        box.formatted(
                            "<w:ddList><w:result w:val='1'/><w:listEntry w:val='early'/><w:listEntry w:val='late'/></w:ddList>")),
                    p(
                        "<w:hyperlink r:id='l1'>%s</w:hyperlink>".formatted(r("Order form")),
                        r(", "),
                        "<w:hyperlink w:anchor='x'>%s</w:hyperlink>".formatted(r("above")),
                        r(".")))
                .relate("l1", "hyperlink", "https://b.example/order", "External")
                .text())
        .isEqualTo(
            """
            See the plan (https://a.example/x) on page 7.

            Pilar owns it.

            ☒ yes ☐ no

            Shift: late

            Order form (https://b.example/order), above.""");
  }

  @Test
  void lineBreaksAndSignsAreKept() throws ParseException {
    String sign = "<w:r><w:sym w:font='Wingdings' w:char='F0FD'/></w:r>";
    assertThat(
            WordFile.of(
                    p(r("Hall A: Ida"), "<w:r><w:br/></w:r>", r("Hall B: Bea")),
                    p(sign, r(" paid"), "<w:r><w:tab/></w:r>", r("in full")),
                    p(
                        "<w:r><w:ruby><w:rt>%s</w:rt><w:rubyBase>%s</w:rubyBase></w:ruby></w:r>"
                            .formatted(r("とう"), r("東")),
                        "<w:r><w:ruby><w:rt>%s</w:rt><w:rubyBase>%s</w:rubyBase></w:ruby></w:r>"
                            .formatted(r("きょう"), r("京")),
                        r("へ行く。")),
                    "<w:p><w:pPr><w:framePr w:dropCap='drop'/></w:pPr>%s</w:p>".formatted(r("O")),
                    p(r("nce a year.")))
                .text())
        .isEqualTo(
            "Hall A: Ida\n\nHall B: Bea\n\n☒ paid in full\n\n東京(とう きょう)へ行く。\n\nOnce a year.");
  }
}

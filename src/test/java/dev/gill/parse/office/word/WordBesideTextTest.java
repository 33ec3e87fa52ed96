package dev.gill.parse.office.word;

import static dev.gill.parse.office.word.WordFile.cells;
import static dev.gill.parse.office.word.WordFile.field;
import static dev.gill.parse.office.word.WordFile.p;
import static dev.gill.parse.office.word.WordFile.r;
import static dev.gill.parse.office.word.WordFile.row;
import static dev.gill.parse.office.word.WordFile.styled;
import static dev.gill.parse.office.word.WordFile.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.model.LeftOut;
import dev.gill.parse.Document;
import dev.gill.parse.ParseException;
import dev.gill.parse.Samples;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What stands beside a Word document's text: boxes, notes, comments, formulas, drawings. */
class WordBesideTextTest {
  private static LeftOut left(LeftOut.Kind kind, int count) {
    return new LeftOut("Word document", kind, count);
  }

  @Test
  void textBoxesAreReadOnce() throws ParseException {
    String content =
        "<w:txbxContent>%s%s</w:txbxContent>"
            .formatted(styled("H2", r("Accident")), p(r("Dial 5577.")));
    String both =
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor><a:graphic><wps:wsp><wps:txbx>%s</wps:txbx></wps:wsp></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>%s</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
            .formatted(content, content);
    String old =
        "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>%s</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
            .formatted(p(r("Old box.")));
    assertThat(
            WordFile.of(
                    p(r("Before."), both),
                    p(old),
                    table(
                        row(cells("a", "b")),
                        row(cells("c"), "<w:tc>%s</w:tc>".formatted(p(r("d"), old)))))
                .text())
        .isEqualTo(
            "Before.\n\n## Accident\n\nDial 5577.\n\nOld box.\n\n| a | b |\n| c | d; Old box. |");
  }

  @Test
  void notesHaveTheMarksThatArePrinted() throws ParseException {
    String note = "<w:%s w:id='%d'>%s</w:%s>";
    Document document =
        WordFile.of(
                p(
                    r("Within 14"),
                    "<w:r><w:footnoteReference w:id='7'/></w:r>",
                    r(" days"),
                    "<w:r><w:endnoteReference w:id='3'/></w:r>",
                    r(".")),
                p(
                    r("Always"),
                    "<w:r><w:footnoteReference w:customMarkFollows='1' w:id='8'/><w:t>*</w:t></w:r>",
                    r(".")),
                p("<w:del w:id='1'><w:r><w:footnoteReference w:id='9'/></w:r></w:del>", r("End.")))
            .part(
                "footnotes.xml",
                "footnotes",
                note.formatted("footnote", 0, p(), "footnote")
                        .replace("w:id", "w:type='separator' w:id")
                    + note.formatted("footnote", 7, p(r("Working days.")), "footnote")
                    + note.formatted("footnote", 8, p(r("Not on holidays.")), "footnote")
                    + note.formatted("footnote", 9, p(r("Old note.")), "footnote"))
            .part(
                "endnotes.xml",
                "endnotes",
                note.formatted("endnote", 3, p(r("Since 2024.")), "endnote"))
            .parsed();

    assertThat(document.text())
        .isEqualTo(
            """
            Within 14 [1] days [i].

            Always*.

            End.

            [1] Working days.

            [*] Not on holidays.

            [i] Since 2024.""");
    assertThat(document.leftOut()).containsExactly(left(LeftOut.Kind.DELETED, 1));
  }

  @Test
  void commentsAreRemarksOfTheirAuthorsUnlessTheyAreDone() throws ParseException {
    String comment = "<w:comment w:id='%d' w:author='%s'><w:p w14:paraId='%s'>%s</w:p></w:comment>";
    Document document =
        WordFile.of(
                p(
                    r("Leased cars are left out."),
                    "<w:r><w:commentReference w:id='0'/></w:r><w:r><w:commentReference w:id='1'/></w:r>"),
                p(r("End.")))
            .part(
                "comments.xml",
                "comments",
                comment.formatted(0, "Ana Reis", "AA", r("Lisbon books them."))
                    + comment.formatted(1, "Bo", "BB", r("Typo.")))
            .raw(
                "commentsExtended.xml",
                "commentsExtended",
                "<w15:commentsEx %s><w15:commentEx w15:paraId='BB' w15:done='1'/></w15:commentsEx>")
            .parsed();

    assertThat(document.text())
        .isEqualTo("Leased cars are left out.\n\nComment by Ana Reis: Lisbon books them.\n\nEnd.");
    assertThat(document.leftOut()).containsExactly(left(LeftOut.Kind.COMMENT, 1));
  }

  @Test
  void formulasAreReadInOneLine() throws ParseException {
    String t = "<m:r><m:t>%s</m:t></m:r>";
    String fraction =
        "<m:f><m:num>%s</m:num><m:den>%s</m:den></m:f>"
            .formatted(t.formatted("price - scrap value"), t.formatted("years of use"));
    String square =
        "<m:sSup><m:e>%s</m:e><m:sup>%s</m:sup></m:sSup>"
            .formatted(t.formatted("r"), t.formatted("2"));
    String root = "<m:rad><m:deg/><m:e>%s</m:e></m:rad>".formatted(t.formatted("a+b"));
    String sum =
        "<m:nary><m:naryPr><m:chr m:val='∑'/></m:naryPr><m:sub>%s</m:sub><m:sup>%s</m:sup><m:e>%s</m:e></m:nary>"
            .formatted(t.formatted("i=1"), t.formatted("n"), t.formatted("x"));
    assertThat(
            WordFile.of(
                    p(r("It is "), "<m:oMath>%s</m:oMath>".formatted(fraction), r(" a year.")),
                    p(
                        "<m:oMathPara><m:oMath>%s%s</m:oMath></m:oMathPara>"
                            .formatted(t.formatted("A = π"), square)),
                    p("<m:oMath>%s%s%s</m:oMath>".formatted(root, t.formatted(" + "), sum)))
                .text())
        .isEqualTo(
            "It is (price - scrap value)/(years of use) a year.\n\nA = πr^2\n\n√(a+b) + ∑_(i=1)^n x");
  }

  @Test
  void headsAndFeetAreReadOnceWithoutPageNumbers() throws ParseException {
    String head =
        p(
            r("House rules"),
            "<w:r><w:tab/></w:r>",
            r("Version 2.1"),
            "<w:r><w:tab/></w:r>",
            r("Page "),
            field("PAGE", r("3")),
            r(" of "),
            field("NUMPAGES", r("9")));
    Document document =
        WordFile.of(styled("H1", r("Bells")), p(r("At nine.")))
            .part("header1.xml", "header", head)
            .part("header2.xml", "header", head)
            .part("footer1.xml", "footer", p(r("Owner: Pilar Osei")) + p(field("PAGE", r("3"))))
            .parsed();

    assertThat(document.text())
        .isEqualTo("House rules\n\nVersion 2.1\n\n# Bells\n\nAt nine.\n\nOwner: Pilar Osei");
    assertThat(document.title()).contains("Bells");
    assertThat(document.leftOut()).containsExactly(left(LeftOut.Kind.REPEATED, 1));
  }

  @Test
  void strictFilesReadLikeOthers() throws ParseException {
    Document document =
        Samples.parsed(
            "strict.docx", WordFile.of(styled("H1", r("Bells")), p(r("At nine."))).strict());

    assertThat(document.text()).isEqualTo("# Bells\n\nAt nine.");
  }

  @Test
  @Timeout(20)
  void hostileOnesAreRefusedOrRead() throws ParseException {
    String cyclic =
        """
        <w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>\
        <w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>""";
    String wide =
        "<w:tr>%s</w:tr>"
            .formatted(
                "<w:tc><w:tcPr><w:gridSpan w:val='999999999'/></w:tcPr><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>"
                    .repeat(20));
    assertThat(WordFile.of(styled("A", r("Words."))).styles(cyclic).text()).isEqualTo("Words.");
    assertThat(WordFile.of(table(wide, wide)).text()).startsWith("| x | x |");
    assertThatThrownBy(
            () ->
                WordFile.of(
                        "<w:sdt><w:sdtContent>".repeat(300) + "</w:sdtContent></w:sdt>".repeat(300))
                    .text())
        .isInstanceOf(ParseException.class)
        .hasMessageContaining("too deeply");
    assertThatThrownBy(() -> Samples.parsed("a.docx", "words".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(ParseException.class);
  }
}

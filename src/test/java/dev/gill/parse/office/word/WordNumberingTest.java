package dev.gill.parse.office.word;

import static dev.gill.parse.office.word.WordFile.listed;
import static dev.gill.parse.office.word.WordFile.p;
import static dev.gill.parse.office.word.WordFile.r;
import static dev.gill.parse.office.word.WordFile.styled;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.parse.ParseException;
import dev.gill.parse.canonical.Numerals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers of headings, clauses and steps are those that are printed. */
class WordNumberingTest {
  private static String definition(int id, String... levels) {
    return "<w:abstractNum w:abstractNumId='%d'>%s</w:abstractNum>"
        .formatted(id, String.join("", levels));
  }

  private static String level(int level, String format, String text, String more) {
    return "<w:lvl w:ilvl='%d'><w:start w:val='1'/><w:numFmt w:val='%s'/><w:lvlText w:val='%s'/>%s</w:lvl>"
        .formatted(level, format, text, more);
  }

  private static String list(int id, int definition, String... overrides) {
    return "<w:num w:numId='%d'><w:abstractNumId w:val='%d'/>%s</w:num>"
        .formatted(id, definition, String.join("", overrides));
  }

  private static String start(int level, int number) {
    return "<w:lvlOverride w:ilvl='%d'><w:startOverride w:val='%d'/></w:lvlOverride>"
        .formatted(level, number);
  }

  @Test
  void clausesUnderNumberedHeadings() throws ParseException {
    String style =
        """
        <w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr>\
        <w:numId w:val="1"/></w:numPr></w:pPr></w:style>\
        <w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:pPr><w:numPr>\
        <w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>""";
    String text =
        WordFile.of(
                styled("H1", r("Purpose")),
                styled("H1", r("Fees")),
                styled("H2", r("Invoices")),
                listed(1, 2, "Monthly."),
                listed(1, 3, "by post;"),
                listed(1, 3, "by mail."),
                listed(1, 2, "Late ones."),
                listed(1, 3, "interest."),
                p(r("Plain.")),
                styled("H2", r("Expenses")),
                listed(1, 2, "Receipts."))
            .styles(style)
            .numbering(
                definition(
                        0,
                        level(0, "upperRoman", "Article %1.", "<w:pStyle w:val='H1'/>"),
                        level(1, "decimal", "%1.%2", "<w:isLgl/><w:pStyle w:val='H2'/>"),
                        level(2, "decimal", "%1.%2.%3", "<w:isLgl/>"),
                        level(3, "lowerLetter", "(%4)", ""))
                    + list(1, 0))
            .text();

    assertThat(text)
        .isEqualTo(
            """
            # Article I. Purpose

            # Article II. Fees

            ## 2.1 Invoices

            2.1.1 Monthly.
              (a) by post;
              (b) by mail.
            2.1.2 Late ones.
              (a) interest.

            Plain.

            ## 2.2 Expenses

            2.2.1 Receipts.""");
  }

  @Test
  void listsGoOnOrBeginAnewAsTheySay() throws ParseException {
    String text =
        WordFile.of(
                listed(1, 0, "one"),
                listed(1, 0, "two"),
                p(r("Between.")),
                listed(2, 0, "three"),
                listed(3, 0, "ten"),
                listed(3, 1, "bullet"),
                listed(3, 0, "eleven"),
                listed(4, 0, "Compare."),
                listed(4, 0, "Sign."),
                listed(0, 0, "No number."))
            .numbering(
                definition(0, level(0, "decimal", "%1.", ""), level(1, "bullet", "\u2022", ""))
                    + definition(1, level(0, "decimal", "Step %1:", ""))
                    + list(1, 0)
                    + list(2, 0)
                    + list(3, 0, start(0, 10))
                    + list(4, 1, start(0, 5)))
            .text();

    assertThat(text)
        .isEqualTo(
            """
            1. one
            2. two

            Between.

            3. three

            10. ten
              - bullet
            11. eleven

            - Step 5: Compare.
            - Step 6: Sign.

            No number.""");
  }

  @Test
  void deletedAndHiddenParagraphsAreNotCounted() throws ParseException {
    String gone =
        listed(1, 0, "").replace("</w:numPr>", "</w:numPr><w:rPr><w:del w:id='1'/></w:rPr>");
    String vanish = "<w:rPr><w:vanish/></w:rPr>";
    String hidden =
        listed(1, 0, "x")
            .replace("<w:r>", "<w:r>" + vanish)
            .replace("</w:numPr>", "</w:numPr>" + vanish);
    assertThat(
            WordFile.of(listed(1, 0, "one"), gone, hidden, listed(1, 0, "two"))
                .numbering(definition(0, level(0, "decimal", "%1)", "")) + list(1, 0))
                .text())
        .isEqualTo("1) one\n2) two");
  }

  @Test
  void aListMayLieInAStyle() throws ParseException {
    assertThat(
            WordFile.of(listed(1, 0, "one"))
                .styles(
                    """
                    <w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="2"/>\
                    </w:numPr></w:pPr></w:style>""")
                .numbering(
                    definition(0, "<w:numStyleLink w:val='L'/>")
                        + definition(1, level(0, "upperLetter", "%1.", ""))
                        + list(1, 0)
                        + list(2, 1))
                .text())
        .isEqualTo("A. one");
  }

  @ParameterizedTest
  @CsvSource({
    "lowerRoman,4,iv",
    "upperLetter,28,BB",
    "decimalZero,7,07",
    "chineseCounting,12,十二",
    "chineseCountingThousand,123,一百二十三",
    "chineseLegalSimplified,3,叁",
    "ideographTraditional,2,乙",
    "decimalEnclosedCircle,3,③",
    "decimalFullWidth,12,１２",
    "ordinal,3,3rd",
    "ordinalText,2,Second",
    "cardinalText,21,Twenty-one",
    "unknown,5,5",
    "lowerRoman,0,0"
  })
  void numbersArePrintedAsTheirFormatSays(String format, int number, String printed) {
    assertThat(Numerals.of(number, format)).isEqualTo(printed);
  }
}

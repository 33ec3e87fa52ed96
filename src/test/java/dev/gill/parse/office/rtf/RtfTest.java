package dev.gill.parse.office.rtf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.model.Block;
import dev.gill.model.LeftOut;
import dev.gill.parse.Document;
import dev.gill.parse.DocumentShape;
import dev.gill.parse.ParseException;
import dev.gill.parse.Samples;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RtfTest {
  private static final String HEAD =
      "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fswiss\\fcharset0 Arial;}"
          + "{\\f1\\fswiss\\fcharset204 Arial Cyr;}{\\f2\\fnil\\fcharset134 SimSun;}"
          + "{\\f3\\fcharset2 Symbol;}{\\f4\\fcharset128{\\*\\falt Gothic}MS Gothic;}}"
          + "{\\colortbl;\\red0\\green0\\blue0;}"
          + "{\\stylesheet{\\ql Normal;}{\\s1\\outlinelevel0 heading 1;}{\\s2 heading 2;}"
          + "{\\*\\cs10 Default Paragraph Font;}{\\s15 toc 1;}{\\s16 Title;}}"
          + "{\\info{\\title Handbook}{\\author Mia Ohm}{\\creatim\\yr2026\\mo3\\dy1}}\n";

  private static Document parsed(String body) throws ParseException {
    byte[] bytes = (HEAD + body + "}").getBytes(StandardCharsets.ISO_8859_1);
    Document document = Samples.parsed("a.rtf", bytes);
    DocumentShape.check(document);
    return document;
  }

  private static String text(String body) throws ParseException {
    return parsed(body).text();
  }

  @Test
  void headingsAreKnownByTheirStyleOrTheirLevel() throws ParseException {
    Document document =
        parsed(
            "\\pard\\s1 Backups\\par\\pard Kept for 35 days.\\par"
                + "\\pard\\s2 Where\\par\\pard\\plain In B.\\par"
                + "\\pard\\outlinelevel1 {\\listtext 1.2\\tab}Who\\par\\pard Mia.\\par");
    assertThat(document.text())
        .isEqualTo("# Backups\n\nKept for 35 days.\n\n## Where\n\nIn B.\n\n## 1.2 Who\n\nMia.");
    assertThat(document.title()).contains("Handbook");
    assertThat(document.author()).contains("Mia Ohm");
  }

  @Test
  void bytesAreReadInTheEncodingOfTheirFont() throws ParseException {
    assertThat(
            text(
                "\\f0 caf\\'e9 {\\f1 \\'cf\\'f0\\'e8\\'e2\\'e5\\'f2} {\\f2 \\'d6\\'d0\\'b9\\'fa}"
                    + " {\\f4\\'83A\\'83\\'43}\\par"))
        .isEqualTo("café Привет 中国 アイ");
  }

  @Test
  void charactersInUnicodeStandForTheirSubstitutes() throws ParseException {
    assertThat(
            text(
                "\\uc1 14\\u8239?days \\u26085\\'93\\u26412\\'96 {\\uc2 \\u252\\'fc\\'fcber}"
                    + " \\uc0\\u8364 5 \\uc1\\u-10179?\\u-8704?\\par"))
        .isEqualTo("14 days 日本 über €5 😀");
  }

  @Test
  void theWholeDocumentsEncodingHoldsWhereNoFontSaysOtherwise() throws ParseException {
    String polish = "{\\rtf1\\ansi\\ansicpg1250 Za\\'bf\\'f3\\'b3\\'e6 g\\'eaby.\\par}";
    assertThat(Samples.parsed("a.rtf", polish).text()).isEqualTo("Zażółć gęby.");
  }

  @Test
  void whatNoLongerHoldsIsLeftOutAndCounted() throws ParseException {
    Document document =
        parsed(
            "The fee is {\\deleted 20}{\\revised 25} euros{\\strike , payable at once}.\\par"
                + "{\\v secret {\\b twice}}Open at {\\striked1 8}9.\\par"
                + " Kept{\\deleted\\par}\\~together.\\par");
    assertThat(document.text()).isEqualTo("The fee is 25 euros.\n\nOpen at 9.\n\nKept together.");
    assertThat(document.leftOut())
        .contains(
            new LeftOut("Rich Text document", LeftOut.Kind.DELETED, 1),
            new LeftOut("Rich Text document", LeftOut.Kind.STRUCK, 2),
            new LeftOut("Rich Text document", LeftOut.Kind.HIDDEN, 1));
  }

  @Test
  void raisedFiguresArePowersAndMarksOfNotesStandApart() throws ParseException {
    assertThat(
            text(
                "10{\\super 6} runs in 14{\\super\\chftn}{\\footnote\\pard{\\super\\chftn}"
                    + " Working days.} days.\\par Next.\\par"))
        .isEqualTo("10^6 runs in 14 [1] days.\n\nNext.\n\n[1] Working days.");
  }

  private static String row(String edges, String cells) {
    return "\\trowd" + edges + "\\pard\\intbl " + cells + "\\row";
  }

  @Test
  void tablesKeepTheirColumnsAndSpans() throws ParseException {
    Document document =
        parsed(
            "Who is where:\\par"
                + row(
                    "\\trhdr\\cellx2000\\cellx4000\\cellx6000",
                    "Day\\cell Morning\\cell Evening\\cell")
                + row("\\clvmgf\\cellx2000\\cellx4000\\cellx6000", "Mon\\cell Mia\\cell Li\\cell")
                + row("\\clvmrg\\cellx2000\\cellx4000\\cellx6000", "\\cell Bo\\cell Cy\\cell")
                + row("\\cellx2010\\cellx6000", "Tue\\cell Ed\\par Flo\\cell")
                + row(
                    "\\cellx2000\\clmgf\\cellx4000\\clmrg\\cellx6000", "Wed\\cell Gus\\cell\\cell")
                + "\\pard After.\\par");
    assertThat(document.text())
        .isEqualTo(
            """
            Who is where:

            | Day | Morning | Evening |
            | Mon | Mia | Li |
            | Mon | Bo | Cy |
            | Tue | Ed; Flo | Ed; Flo |
            | Wed | Gus | Gus |

            After.""");
    assertThat(Samples.block(document, "| Day").kind()).isEqualTo(Block.Kind.HEADING_ROW);
  }

  @Test
  void aTableWithinACellIsReadWithinIt() throws ParseException {
    assertThat(
            text(
                row(
                        "\\cellx2000\\cellx4000",
                        "Shift\\cell\\pard\\intbl\\itap2 early\\nestcell 6\\nestcell"
                            + "{\\*\\nesttableprops\\trowd\\cellx900\\cellx1900\\nestrow}"
                            + "{\\nonesttables\\par}\\pard\\intbl\\itap1\\cell")
                    + row("\\cellx2000\\cellx4000", "Break\\cell 12\\cell")
                    + "\\pard\\par"))
        .isEqualTo("| Shift | early, 6, |\n| Break | 12 |");
  }

  @Test
  void itemsOfListsHaveThePrintedNumber() throws ParseException {
    assertThat(
            text(
                "\\pard\\ls1{\\listtext\\f3\\'b7\\tab}Rope\\par{\\listtext\\f3\\'b7\\tab}Oar\\par"
                    + "\\pard Then:\\par\\pard{\\pntext 3)\\tab}Row\\par"
                    + "\\pard\\ilvl1{\\listtext a.\\tab}Fast\\par"))
        .isEqualTo("- Rope\n- Oar\n\nThen:\n\n3) Row\n  a. Fast");
  }

  @Test
  void fieldsShowTheirResultsAndLinksTheirTargets() throws ParseException {
    assertThat(
            text(
                "See {\\field{\\*\\fldinst{HYPERLINK \"https://example.org/a\" }}{\\fldrslt{the"
                    + " plan}}}, of {\\field{\\*\\fldinst DATE}{\\fldrslt 3 May 2026}}.\\par"))
        .isEqualTo("See the plan (https://example.org/a), of 3 May 2026.");
  }

  @Test
  void listsOfContentsAreCountedAndNotRead() throws ParseException {
    Document document =
        parsed(
            "{\\field{\\*\\fldinst TOC \\\\o}{\\fldrslt\\pard\\s15 Backups\\tab 2\\par"
                + " Restores\\tab 3\\par}}\\pard\\s1 Backups\\par\\pard Nightly.\\par");
    assertThat(document.text()).isEqualTo("# Backups\n\nNightly.");
    assertThat(document.leftOut())
        .containsExactly(new LeftOut("Rich Text document", LeftOut.Kind.CONTENTS, 1));
  }

  @Test
  void headsAndFeetAreReadOnceAndPageNumbersNot() throws ParseException {
    assertThat(
            text(
                "{\\header Confidential\\par}{\\footer Ohm Ltd\\tab Page {\\field{\\*\\fldinst"
                    + " PAGE}{\\fldrslt 1}}\\par}Text.\\par\\sect{\\headerr Confidential\\par}"
                    + "More.\\par"))
        .isEqualTo("Confidential\n\nText.\n\nMore.\n\nOhm Ltd");
  }

  @Test
  void picturesAreReadByTheirDescriptionOrCounted() throws ParseException {
    String described =
        "{\\*\\shppict{\\pict{\\*\\picprop{\\sp{\\sn wzDescription}{\\sv Where the valve"
            + " is}}}\\pngblip 89504e470d0a}}{\\nonshppict{\\pict\\wmetafile8 0100}}";
    Document document = parsed("Look:" + described + "\\par{\\pict\\pngblip 8950}\\par");
    assertThat(document.text()).isEqualTo("Look: Where the valve is");
    assertThat(document.leftOut())
        .containsExactly(new LeftOut("Rich Text document", LeftOut.Kind.PICTURE, 1));
  }

  @Test
  void commentsAndTextBoxesStandAfterTheirParagraph() throws ParseException {
    assertThat(
            text(
                "Due in May{\\*\\atnid MO}{\\*\\atnauthor Mia}{\\*\\annotation{\\*\\atndate"
                    + " 1}\\pard Is this right?}.{\\shp{\\*\\shpinst{\\sp{\\sn"
                    + " shapeType}{\\sv 202}}{\\shptxt\\pard Call 112.\\par}}}\\par Then.\\par"))
        .isEqualTo("Due in May.\n\nComment by Mia: Is this right?\n\nCall 112.\n\nThen.");
  }

  @Test
  void binaryDataAndWhatIsUnknownAreSkipped() throws ParseException {
    assertThat(text("A{\\*\\unknown no}{\\pict\\bin4 }}{{}B\\par\\upr{\\*\\nothing x}\\par"))
        .isEqualTo("AB");
    assertThat(text("{\\upr{Na?ve}{\\*\\ud Na\\u239?ve}} too\\par")).isEqualTo("Naïve too");
  }

  @Test
  void rtfUnderAnotherNameIsReadAsWhatItIs() throws ParseException {
    assertThat(Samples.parsed("a.docx", "{\\rtf1 Hello.\\par}").text()).isEqualTo("Hello.");
  }

  @Test
  void aFileThatIsNoneOrNestsTooDeeplyIsRefused() {
    assertThatThrownBy(() -> Samples.parsed("a.rtf", "Hello."))
        .isInstanceOf(ParseException.class)
        .hasMessageContaining("not a Rich Text document");
    for (String body : List.of("{".repeat(5000), "{\\footnote ".repeat(5000))) {
      assertThatThrownBy(() -> parsed(body))
          .isInstanceOf(ParseException.class)
          .hasMessageContaining("too deeply");
    }
  }

  @Test
  void whatIsCutOffIsReadUpToThere() throws ParseException {
    assertThat(text("First.\\par Sec{\\b ond{\\field{\\*\\fldinst HYPER"))
        .isEqualTo("First.\n\nSecond");
  }
}

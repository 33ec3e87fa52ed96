package dev.gill.parse.office.word;

import static dev.gill.parse.office.word.WordFile.field;
import static dev.gill.parse.office.word.WordFile.p;
import static dev.gill.parse.office.word.WordFile.r;
import static dev.gill.parse.office.word.WordFile.styled;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.LeftOut;
import dev.gill.parse.Document;
import dev.gill.parse.ParseException;
import org.junit.jupiter.api.Test;

/** Lists of contents of Word documents are told from text. */
class WordContentsTest {
  @Test
  void listsOfContentsAreLeftOut() throws ParseException {
    String toc = "<w:style w:type='paragraph' w:styleId='%s'><w:name w:val='%s'/></w:style>";
    Document document =
        WordFile.of(
                "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr><w:sdtContent>%s</w:sdtContent></w:sdt>"
                    .formatted(p(r("When is breakfast? 2"))),
                styled("H1", r("When is breakfast?")),
                p(r("At seven.")),
                styled("V1", r("Bells 3")),
                styled("V1", r("Keys 4")),
                styled("H1", r("Figures")),
                styled("AB", r("Figure 1: The lift 5")),
                p(
                    field("begin"),
                    "<w:r><w:instrText>TOC \\o</w:instrText></w:r>",
                    field("separate"),
                    r("Bells 3")),
                p(r("Keys 4")),
                p(field("end")),
                p(r("Index: ending")))
            .styles(toc.formatted("V1", "toc 1") + toc.formatted("AB", "table of figures"))
            .parsed();

    assertThat(document.text())
        .isEqualTo("# When is breakfast?\n\nAt seven.\n\n# Figures\n\nIndex: ending");
    assertThat(document.leftOut())
        .containsExactly(new LeftOut("Word document", LeftOut.Kind.CONTENTS, 3));
  }

  @Test
  void aTypedListOfContentsIsOneToo() throws ParseException {
    assertThat(
            WordFile.of(
                    styled("H1", r("Contents")),
                    p(r("1. When is breakfast? ........ 2")),
                    p(r("Bells"), "<w:r><w:tab/></w:r>", r("3")),
                    styled("H1", r("When is breakfast?")),
                    p(r("At seven.")),
                    styled("H1", r("Bells")),
                    p(r("Espresso ........ 3")))
                .text())
        .isEqualTo("# When is breakfast?\n\nAt seven.\n\n# Bells\n\nEspresso ........ 3");
  }

  @Test
  void aContentsFieldThatNeverEndsSwallowsNoSection() throws ParseException {
    assertThat(
            WordFile.of(
                    p(
                        field("begin"),
                        "<w:r><w:instrText>TOC</w:instrText></w:r>",
                        field("separate"),
                        r("Bells 3")),
                    styled("H1", r("Bells")),
                    p(r("They ring at nine.")))
                .text())
        .isEqualTo("# Bells\n\nThey ring at nine.");
  }
}

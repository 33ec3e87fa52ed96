package dev.gill.parse.office.word;

import static dev.gill.parse.office.word.WordFile.cell;
import static dev.gill.parse.office.word.WordFile.cells;
import static dev.gill.parse.office.word.WordFile.p;
import static dev.gill.parse.office.word.WordFile.r;
import static dev.gill.parse.office.word.WordFile.row;
import static dev.gill.parse.office.word.WordFile.styled;
import static dev.gill.parse.office.word.WordFile.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.Block;
import dev.gill.parse.Document;
import dev.gill.parse.ParseException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables of Word documents: spans, rows that name the columns, tables inside of tables. */
class WordTableTest {
  private static List<String> headingRows(Document document) {
    return document.blocks().stream()
        .filter(block -> block.kind() == Block.Kind.HEADING_ROW)
        .map(block -> document.text().substring(block.start(), block.end()))
        .toList();
  }

  @Test
  void spansAndHeadingRowsOfTables() throws ParseException {
    String bold = "<w:b/>";
    Document document =
        WordFile.of(
                table(
                    row(
                        cell("", p(r(bold, "House"))),
                        cell("", p(r(bold, "Room"))),
                        cell("", p(r(bold, "Seats")))),
                    row(cell("<w:vMerge w:val='restart'/>", p(r("Tower"))), cells("Heron", "30")),
                    row(cell("<w:vMerge/>", p()), cells("Birch", "8")),
                    row(cell("<w:gridSpan w:val='2'/>", p(r("Garden"))), cells("50"))),
                table(
                    "<w:tr><w:trPr><w:tblHeader/></w:trPr>%s</w:tr>"
                        .formatted(cells("Key", "Holder")),
                    row(
                        cells("K1"),
                        cell(
                            "",
                            p(r("Ana")),
                            table(row(cells("day", "Rui")), row(cells("night", "Bo"))),
                            p(r("both"))))),
                table(row(cell("", styled("H2", r("In a frame")), p(r("Read as text."))))))
            .parsed();

    assertThat(document.text())
        .isEqualTo(
            """
            | House | Room | Seats |
            | Tower | Heron | 30 |
            | Tower | Birch | 8 |
            | Garden | Garden | 50 |

            | Key | Holder |
            | K1 | Ana; day, Rui; night, Bo; both |

            ## In a frame

            Read as text.""");
    assertThat(headingRows(document))
        .containsExactly("| House | Room | Seats |", "| Key | Holder |");
  }

  @Test
  void aStyleThatSetsTheFirstRowOffNamesTheColumns() throws ParseException {
    String look =
        "<w:tbl><w:tblPr><w:tblStyle w:val='%s'/><w:tblLook w:val='04A0'/></w:tblPr>%s%s</w:tbl>";
    Document document =
        WordFile.of(
                look.formatted("Grid", row(cells("a", "b")), row(cells("c", "d"))),
                look.formatted("Banded", row(cells("Kind", "Days")), row(cells("Mail", "90"))))
            .styles(
                """
                <w:style w:type="table" w:styleId="Grid"/>\
                <w:style w:type="table" w:styleId="Banded"><w:tblStylePr w:type="firstRow"/></w:style>""")
            .parsed();

    assertThat(headingRows(document)).containsExactly("| Kind | Days |");
  }
}

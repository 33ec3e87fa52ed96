package dev.gill.parse.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.Block;
import dev.gill.parse.Document;
import dev.gill.parse.ParseException;
import dev.gill.parse.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {
  private static List<String> headings(Document document) {
    return document.blocks().stream()
        .filter(block -> block.kind() == Block.Kind.HEADING_ROW)
        .map(block -> document.text().substring(block.start(), block.end()))
        .toList();
  }

  @Test
  void theWholeFileDecidesWhatStandsBetweenCells() throws ParseException {
    Document document =
        Samples.parsed(
            "a.csv",
            """
            Movements of account 4711, as of 31.03.2025
            Period: January, February, March

            Date;To;Amount;Purpose
            03.01.2025;Gaswerk Nord;-1.204,50;"Part; January"
            14.02.2025;Tonhandel Kiel;-389,90;Invoice 88, clay
            """);

    assertThat(document.text())
        .isEqualTo(
            """
            Movements of account 4711, as of 31.03.2025

            Period: January, February, March

            | Date | To | Amount | Purpose |
            | 03.01.2025 | Gaswerk Nord | -1.204,50 | Part; January |
            | 14.02.2025 | Tonhandel Kiel | -389,90 | Invoice 88, clay |""");
    assertThat(headings(document)).containsExactly("| Date | To | Amount | Purpose |");
    assertThat(Samples.position(document, "-389,90")).isEqualTo("line 6");
  }

  @Test
  void theFirstLineMayNameTheSeparator() throws ParseException {
    Document document = Samples.parsed("a.csv", "\ufeffsep=;\r\nGas;1,50\r\nOil;2,75\r\n");

    assertThat(document.text()).isEqualTo("| Gas | 1,50 |\n| Oil | 2,75 |");
    assertThat(Samples.position(document, "| Oil")).isEqualTo("line 3");
  }

  @Test
  void decimalCommasDoNotPartCells() throws ParseException {
    assertThat(Samples.parsed("a.csv", "Gas;1,50\nOil;2,75\nWood;3,10\n").text())
        .isEqualTo("| Gas | 1,50 |\n| Oil | 2,75 |\n| Wood | 3,10 |");
  }

  @Test
  void tabsAndBarsPartCellsAndBreaksInQuotesDoNotPartRows() throws ParseException {
    assertThat(Samples.parsed("a.tsv", "Hall\tHours, closed\nAmber\t9, 12\n").text())
        .isEqualTo("| Hall | Hours, closed |\n| Amber | 9, 12 |");
    assertThat(Samples.parsed("a.csv", "Hall|Who\nAmber|\"Ida Brand\nBea Tann\"\n").text())
        .isEqualTo("| Hall | Who |\n| Amber | Ida Brand; Bea Tann |");
  }

  @Test
  void namesOfColumnsMayHoldNumbersWhereTheirLikeDoesNotStandBelow() throws ParseException {
    assertThat(headings(Samples.parsed("a.csv", "Region,Q1,Q2\nNorth,12,13\nSouth,7,9\n")))
        .containsExactly("| Region | Q1 | Q2 |");
    assertThat(headings(Samples.parsed("b.csv", "P10,Ring,Berth 3\nP11,Bolt,Berth 4\n"))).isEmpty();
  }

  @Test
  void tablesBelowEachOtherHaveTheirOwnColumns() throws ParseException {
    Document document =
        Samples.parsed("a.csv", "Boat,Seats\nHeron,4\nSwift,2\n\nHuts\nHut,Beds\nCove,6\nBay,8\n");

    assertThat(document.text())
        .isEqualTo(
            """
            | Boat | Seats |
            | Heron | 4 |
            | Swift | 2 |

            Huts

            | Hut | Beds |
            | Cove | 6 |
            | Bay | 8 |""");
    assertThat(headings(document)).containsExactly("| Boat | Seats |", "| Hut | Beds |");
  }
}

package dev.gill.parse.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.LeftOut;
import org.junit.jupiter.api.Test;

/** Tables as office programs print them, and what their ruled lines say. */
class PdfTablesTest {
  private static final float LEADING = 13;

  @Test
  void cellsOfSeveralLinesThatAreDrawnOneAfterTheOther() throws Exception {
    try (PrintedPage page = new PrintedPage()) {
      page.words(90, 100, "Supplier")
          .words(190, 100, "Valid until")
          .words(280, 100, "Account")
          .words(280, 100 + LEADING, "manager");
      page.words(90, 127, "Nordlicht")
          .words(90, 127 + LEADING, "Hosting")
          .words(190, 127, "March 2027")
          .words(280, 127, "Pilar Osei");
      page.words(90, 154, "Veltro").words(190, 154, "June 2026").words(280, 154, "Tomasz Lund");
      page.words(90, 168, "Quill").words(190, 168, "May 2028").words(280, 168, "Ines Kovar");
      page.words(90, 182, "The register is kept by the Harbour Street office every quarter.");

      assertThat(page.parsed().text())
          .isEqualTo(
              """
              | Supplier | Valid until | Account manager |
              | Nordlicht Hosting | March 2027 | Pilar Osei |
              | Veltro | June 2026 | Tomasz Lund |
              | Quill | May 2028 | Ines Kovar |

              The register is kept by the Harbour Street office every quarter.""");
    }
  }

  @Test
  void linesBetweenCellsPartThem() throws Exception {
    try (PrintedPage page = new PrintedPage()) {
      String[][] rows = {
        {"Item", "Count", "Remark"},
        {"Ropes of the climbing", "137", "Checked metre by metre, two"},
        {"Helmets for children up", "12", "The remark on them is long and"},
        {"Karabiners of the hall at", "8", "Counted by whoever opens the"},
      };
      String[][] more = {null, {"hall", "people"}, {"to six", "goes on"}, {"large", "hall"}};
      float top = 100;
      for (int i = 0; i < rows.length; i++) {
        page.line(88, top - 11, 420, top - 11);
        page.words(90, top, rows[i][0]);
        if (i > 0) {
          page.words(90, top + LEADING, more[i][0]);
        }
        page.words(210, top, rows[i][1]).words(246, top, rows[i][2]);
        if (i > 0) {
          page.words(246, top + LEADING, more[i][1]);
        }
        top += i == 0 ? LEADING + 2 : 2 * LEADING + 2;
      }
      page.line(88, top - 11, 420, top - 11);
      for (float x : new float[] {88, 208, 243, 420}) {
        page.line(x, 89, x, top - 11);
      }
      page.words(90, top + 2, "Ask Ira.");

      assertThat(page.parsed().text())
          .isEqualTo(
              """
              | Item | Count | Remark |
              | Ropes of the climbing hall | 137 | Checked metre by metre, two people |
              | Helmets for children up to six | 12 | The remark on them is long and goes on |
              | Karabiners of the hall at large | 8 | Counted by whoever opens the hall |

              Ask Ira.""");
    }
  }

  @Test
  void numbersThatStandFlushRightStayInTheirColumns() throws Exception {
    try (PrintedPage page = new PrintedPage()) {
      page.words(90, 100, "Hall").words(140, 100, "Seats").words(172, 100, "Price");
      String[][] rows = {
        {"Amber", "8", "1,50"}, {"Birch", "1208", "27,50"}, {"Coral", "16577", "1331,50"}
      };
      float top = 114;
      for (String[] row : rows) {
        page.words(90, top, row[0]).flushRight(168, top, row[1]).flushRight(216, top, row[2]);
        top += 14;
      }

      assertThat(page.parsed().text())
          .isEqualTo(
              """
              | Hall | Seats | Price |
              | Amber | 8 | 1,50 |
              | Birch | 1208 | 27,50 |
              | Coral | 16577 | 1331,50 |""");
    }
  }

  @Test
  void wordsWithALineThroughThemAreLeftOutAndCounted() throws Exception {
    try (PrintedPage page = new PrintedPage()) {
      float before = 72 + PrintedPage.width("The notice period is ");
      float old = PrintedPage.width("four weeks");
      float marked = 72 + PrintedPage.width("Parking costs ");
      page.words(72, 100, "The notice period is four weeks two weeks for both sides.")
          .line(before, 97, before + old, 97);
      page.words(72, 130, "The bonus is paid out in full.")
          .bar(72, 127, PrintedPage.width("The bonus is paid out in full."));
      page.words(72, 160, "Parking costs 20 euros 25 euros a day.")
          .crossOut(marked, 160, PrintedPage.width("20 euros"));
      page.words(72, 190, "This is stressed and stays.")
          .line(72, 192, 72 + PrintedPage.width("This is stressed"), 192);
      page.words(72, 220, "4180 visitors").line(40, 217, 500, 217);

      assertThat(page.parsed().text())
          .isEqualTo(
              """
              The notice period is two weeks for both sides.

              Parking costs 25 euros a day.

              This is stressed and stays.

              4180 visitors""");
    }
  }

  @Test
  void howManyWereStruckOutIsCounted() throws Exception {
    try (PrintedPage page = new PrintedPage()) {
      page.words(72, 100, "It costs 20 euros 25 euros.")
          .line(
              72 + PrintedPage.width("It costs "),
              97,
              72 + PrintedPage.width("It costs 20 euros"),
              97);

      assertThat(page.parsed().leftOut())
          .containsExactly(new LeftOut("PDF", LeftOut.Kind.STRUCK, 1));
    }
  }

  @Test
  void aListOfContentsMayHaveNoDotsButATitle() throws Exception {
    try (PrintedPage page = new PrintedPage()) {
      page.words(72, 80, "Contents");
      page.words(72, 105, "When is breakfast served?").words(400, 105, "2");
      page.words(72, 130, "How is the sauna booked?").words(400, 130, "3");
      page.words(72, 170, 16, "When is breakfast served?");
      page.words(72, 200, "It starts at half past six and ends at ten in the morning.");
      page.words(72, 240, 16, "How is the sauna booked?");
      page.words(72, 270, "Guests write their name on the list beside the lift.");

      assertThat(page.parsed().text())
          .startsWith("# When is breakfast served?\n\nIt starts at half past six")
          .doesNotContain("Contents", "|");
    }
  }

  @Test
  void aNoteMayBeMarkedByALetterAndItsTextBeginsWithTheSameMark() throws Exception {
    try (PrintedPage page = new PrintedPage()) {
      float after = 72 + PrintedPage.width("Equipment is written off in equal parts");
      page.words(72, 100, "Equipment is written off in equal parts")
          .words(after, 96, 6, "i")
          .words(after + 5, 100, "over its useful life.");
      page.words(72, 140, "(a)").words(110, 140, "train tickets in second class;");
      page.words(72, 154, "(b)").words(110, 154, "hotel rooms.");
      page.words(72, 700, 6, "i").words(76, 704, "Below 800 euros it is written off at once.");

      assertThat(page.parsed().text())
          .isEqualTo(
              """
              Equipment is written off in equal parts [i] over its useful life.

              (a) train tickets in second class;
              (b) hotel rooms.

              [i] Below 800 euros it is written off at once.""");
    }
  }
}

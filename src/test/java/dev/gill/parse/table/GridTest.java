package dev.gill.parse.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.Block;
import dev.gill.parse.Document;
import dev.gill.parse.canonical.CanonicalText;
import dev.gill.parse.canonical.Inline;
import dev.gill.parse.canonical.Limits;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class GridTest {
  private static Document of(Consumer<Grid> table) {
    CanonicalText text = new CanonicalText(Limits.DEFAULT);
    Grid grid = new Grid(text);
    table.accept(grid);
    grid.end();
    return text.build("file");
  }

  private static void row(Grid grid, boolean heading, String... cells) {
    grid.row(heading, () -> {});
    for (String cell : cells) {
      grid.cell(Inline.of(cell));
    }
    grid.endRow();
  }

  @Test
  void aCellStandsInEveryRowAndColumnThatItReachesOver() {
    Document document =
        of(
            grid -> {
              row(grid, true, "House", "Floor", "Room", "Seats");
              grid.row(false, () -> {});
              grid.cell(Inline.of("Marktturm"), 1, 3);
              grid.cell(Inline.of("1"), 1, 2);
              grid.cell(Inline.of("Heron"));
              grid.cell(Inline.of("30"));
              grid.endRow();
              row(grid, false, "Birch", "8");
              grid.row(false, () -> {});
              grid.cell(Inline.of("closed"), 3, 1);
              grid.endRow();
            });
    assertThat(document.text())
        .isEqualTo(
            """
            | House | Floor | Room | Seats |
            | Marktturm | 1 | Heron | 30 |
            | Marktturm | 1 | Birch | 8 |
            | Marktturm | closed | closed | closed |""");
  }

  @Test
  void severalHeadingRowsNameTheColumnsTogether() {
    Document document =
        of(
            grid -> {
              grid.row(true, () -> {});
              grid.cell(Inline.of("Berth"), 1, 2);
              grid.cell(Inline.of("Size"), 2, 1);
              grid.endRow();
              row(grid, true, "Width", "Depth");
              row(grid, false, "North 2", "30 m", "11 m");
            });
    assertThat(document.text())
        .isEqualTo("| Berth | Size Width | Size Depth |\n| North 2 | 30 m | 11 m |");
    assertThat(document.blocks().getFirst().kind()).isEqualTo(Block.Kind.HEADING_ROW);
  }

  @Test
  void aRowOfOneCellAcrossTheTableIsSaidOnce() {
    Document document =
        of(
            grid -> {
              row(grid, true, "Item", "Price");
              grid.row(false, () -> {});
              grid.cell(Inline.of("Drinks"), 2, 1);
              grid.endRow();
              row(grid, false, "Tea", "2");
            });
    assertThat(document.text()).isEqualTo("| Item | Price |\n| Drinks |\n| Tea | 2 |");
  }

  @Test
  void linesWithinACellStayApart() {
    Document document =
        of(
            grid -> {
              grid.row(false, () -> {});
              grid.cell(Inline.of("Monday"));
              grid.cell(
                  Inline.of("early: Zoe")
                      .lineBreak()
                      .text("late: Max")
                      .lineBreak()
                      .text("night: Ron"));
              grid.endRow();
            });
    assertThat(document.text()).isEqualTo("| Monday | early: Zoe; late: Max; night: Ron |");
  }
}

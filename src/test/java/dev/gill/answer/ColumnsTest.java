package dev.gill.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.Chunk;
import dev.gill.model.Range;
import dev.gill.parse.Canonical;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnsTest {
  private static final String TABLE =
      """
      Whom to call:

      | Team | Channel | Dial-in |
      | Alpha | #alpha | 4567 |
      | Bravo |  | 4568 |""";

  private static List<String> of(Chunk chunk, String quote) {
    int start = chunk.text().indexOf(quote);
    return Columns.of(chunk, new Range(start, start + quote.length()));
  }

  private static Chunk chunk(String text, String columns) {
    return Chunk.of(0, text, List.of(), columns, Canonical.blocks(text), List.of());
  }

  @Test
  void aRowIsUnderTheCellsOfTheFirst() {
    Chunk chunk = chunk(TABLE, "");
    assertThat(of(chunk, "Bravo |  | 4568")).containsExactly("Team", "Channel", "Dial-in");
    assertThat(of(chunk, "Alpha | #alpha | 4567 |\n| Bravo"))
        .containsExactly("Team", "Channel", "Dial-in");
    assertThat(of(chunk, "4568")).containsExactly("Team", "Channel", "Dial-in");
  }

  @Test
  void theFirstRowAndWhatIsNoRowHaveNone() {
    Chunk chunk = chunk(TABLE, "");
    assertThat(of(chunk, "Team | Channel | Dial-in")).isEmpty();
    assertThat(of(chunk, "Whom to call:")).isEmpty();
    assertThat(of(chunk("No table at all.", ""), "No table at all.")).isEmpty();
  }

  @Test
  void aChunkThatBeginsWithinATableIsToldWhatItsColumnsAreCalled() {
    Chunk chunk =
        chunk(
            "| Bravo | | 4568 |\n\nAfter it.\n\n| Other |\n| x1 |", "| Team | Channel | Dial-in |");
    assertThat(of(chunk, "Bravo")).containsExactly("Team", "Channel", "Dial-in");
    assertThat(of(chunk, "After it.")).isEmpty();
    assertThat(of(chunk, "x1")).containsExactly("Other");
  }

  @Test
  void emptyCellsKeepTheirPlace() {
    assertThat(of(chunk("|  | Cost |\n| Flight | 90 |", ""), "Flight | 90"))
        .containsExactly("", "Cost");
  }
}

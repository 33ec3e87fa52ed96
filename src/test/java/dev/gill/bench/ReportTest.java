package dev.gill.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {
  @Test
  void tablesAreMarkdownInColumns() {
    Table table =
        new Table(
            "leg",
            List.of(
                Row.of("words").with("p50 ms", 1.234).with("size", 100_000.0),
                Row.of("nearest").with("p50 ms", 12.34).with("note", "cold")));
    assertThat(table.lines())
        .containsExactly(
            "| leg     | p50 ms |    size | note |",
            "|---|---|---|---|",
            "| words   |   1.23 | 100,000 |      |",
            "| nearest |   12.3 |         | cold |");
  }

  @Test
  void marksSayWhatWasReached() {
    assertThat(Mark.atMost("p50 ms", 1.5, 5, 2).verdict()).isEqualTo("aim reached");
    assertThat(Mark.atMost("p50 ms", 5, 5, 2).verdict()).isEqualTo("reached");
    assertThat(Mark.atMost("p50 ms", 5.1, 5, 2).verdict()).isEqualTo("missed");
    assertThat(Mark.atLeast("recall", 0.98, 0.97, 0.99).verdict()).isEqualTo("reached");
    assertThat(Mark.atLeast("recall", 0.96, 0.97, 0.99).verdict()).isEqualTo("missed");
  }

  @Test
  void theMachineAndTheSettingsStandAboveTheFigures() {
    Machine machine = new Machine("chip", 2, 1024, 512, "25", "Linux 6", 1.5);
    Report report =
        new Report(
            "search",
            machine,
            Map.of("chunks", "10"),
            List.of(),
            List.of(Mark.atMost("p50 ms", 1.0, 5, 2)),
            List.of("cold"));
    assertThat(report.lines())
        .startsWith(
            "# search",
            "",
            "chip, 2 cores, 1,024 MB, heap 512 MB, Java 25, Linux 6, load 1.5",
            "--chunks 10")
        .contains("| p50 ms |     1.00 |     5.00 | 2.00 | aim reached |")
        .endsWith("- cold");
  }
}

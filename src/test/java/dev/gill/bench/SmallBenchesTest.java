package dev.gill.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The benches that need the real models, on little input: what they count must be right. */
@Tag("slow")
class SmallBenchesTest {
  private static Report run(Benchmark bench, Map<String, String> options) throws Exception {
    Map<String, String> values = new HashMap<>(bench.defaults());
    values.putAll(options);
    return bench.run(new Options(values), Progress.SILENT);
  }

  /** The first table's, which must be so named. */
  private static List<Row> rows(Report report, String... names) {
    List<Row> rows = report.tables().getFirst().rows();
    assertThat(rows).extracting(Row::name).containsExactly(names);
    return rows;
  }

  private static double figure(Row row, String name) {
    return ((Number) row.figures().get(name)).doubleValue();
  }

  @Test
  void breatheCountsWhatWasEmbeddedAgainstTheBoundAndTheUsualWay() throws Exception {
    Report report = run(new BreatheBench(), Map.of("commits", "6", "documents", "8"));
    List<Row> rows = rows(report, "Gill", "whole documents", "the least possible");
    double gill = figure(rows.get(0), "chunks embedded");
    double whole = figure(rows.get(1), "chunks embedded");
    double least = figure(rows.get(2), "chunks embedded");
    assertThat(least).isPositive();
    assertThat(gill).isBetween(least, whole);
    assertThat(figure(rows.getFirst(), "over the least")).isEqualTo(gill / least);
    assertThat(report.notes().getFirst()).contains("6 commits, in step after 6 of them");
  }

  @Test
  void embedComparesWithItsRivalsAndThePeak() throws Exception {
    Report report = run(new EmbedBench(), Map.of("tokens", "600", "rounds", "1"));
    List<Row> rows = rows(report, "Gill", "LangChain4j quantized", "LangChain4j fp32");
    assertThat(rows)
        .allSatisfy(
            row -> {
              assertThat(figure(row, "tokens/s")).isPositive();
              assertThat(figure(row, "share of the int8 floor")).isBetween(0.0, 1.0);
            });
    assertThat(figure(rows.get(1), "against quantized")).isEqualTo(1);
  }
}

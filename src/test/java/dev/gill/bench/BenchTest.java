package dev.gill.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchTest {
  private static final class Counting implements Benchmark {
    @Override
    public String name() {
      return "counting";
    }

    @Override
    public String about() {
      return "counts";
    }

    @Override
    public Map<String, String> defaults() {
      return Map.of("to", "3");
    }

    @Override
    public Report run(Options options, Progress progress) {
      Row row = Row.of("up").with(Samples.of(options.count("to", 1)), "ms");
      progress.say("counting");
      return Report.of(
          this, options, List.of(new Table("way", List.of(row))), List.of(), List.of());
    }
  }

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... arguments) {
    return new Bench(
            List.of(new Counting()),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8))
        .run(List.of(arguments));
  }

  @Test
  void printsATableAndWritesAFile() throws Exception {
    Path file = folder.resolve("new/folder/figures.json");
    assertThat(run("counting", "--to", "1_000", "--json", file.toString())).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("# counting").contains("| 1,000 |");
    JsonNode json = new ObjectMapper().readTree(file.toFile());
    assertThat(json.at("/tables/0/rows/0/figures/p50 ms").asDouble()).isEqualTo(1000);
    assertThat(json.at("/machine/cores").asInt()).isPositive();
    assertThat(json.at("/settings/to").asText()).isEqualTo("1_000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "guess | there is no bench 'guess'; there are counting.",
        "counting --until 3 | '--until' is no option of this bench; it knows --to, --json.",
        "counting --to | --to wants a value after it.",
        "counting --to none | --to wants a whole number of 1 or more, not 'none'.",
        "counting --to 0 | --to wants a whole number of 1 or more, not '0'."
      })
  void whatCannotBeRunIsSaidInOneSentence(String line, String sentence) {
    assertThat(run(line.split(" "))).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("gill: " + sentence + "\n");
  }

  @Test
  void withoutANameItSaysWhatThereIs() {
    assertThat(run()).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("counting counts", "--to (3)");
  }

  @Test
  void everyBenchHasANameOfItsOwn() {
    assertThat(Bench.all()).extracting(Benchmark::name).doesNotHaveDuplicates();
  }
}

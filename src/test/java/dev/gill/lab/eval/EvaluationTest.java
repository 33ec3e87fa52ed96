package dev.gill.lab.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gill.embed.Embedders;
import dev.gill.embed.HashEmbedder;
import dev.gill.index.lucene.LuceneEngines;
import dev.gill.model.Language;
import dev.gill.retrieve.Aids;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over a tiny set whose right figures are plain to see. */
class EvaluationTest {
  private static final Path SETS = Path.of("src/test/resources/eval");

  @TempDir private Path work;

  private EvalReport run(boolean chunked, String... sets) throws Exception {
    try (Embedders embedders =
        new Embedders(
            Map.of(
                Language.ENGLISH, new HashEmbedder("words-en", 256),
                Language.CHINESE, new HashEmbedder("words-zh", 256)))) {
      List<Path> folders = List.of(sets).stream().map(SETS::resolve).toList();
      Published published = Published.read(SETS.resolve("published.json"));
      return new Evaluation(embedders, new LuceneEngines(), Aids.none(), published, work, chunked)
          .run(folders, set -> {});
    }
  }

  private SetReport.OfCollection tiny(boolean chunked) throws Exception {
    return (SetReport.OfCollection) run(chunked, "tiny").sets().getFirst();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void ranksAreMeasuredLegByLeg(boolean chunked) throws Exception {
    SetReport.OfCollection tiny = tiny(chunked);
    assertThat(tiny.documents()).isEqualTo(4);
    assertThat(tiny.questions()).isEqualTo(3);
    // The first question's second document shares no word with it: 2 of 2.63093 is gained there.
    assertThat(tiny.lexical().ndcg10()).isCloseTo((0.76019 + 2) / 3, within(1e-4));
    assertThat(tiny.lexical().recall100()).isCloseTo(2.5 / 3, within(1e-9));
    assertThat(tiny.lexical().mrr10()).isEqualTo(1);
    assertThat(tiny.dense().recall100()).isEqualTo(1);
    assertThat(tiny.fused().recall100()).isEqualTo(1);
  }

  @Test
  void quotesHoldTheAnswerOrNot() throws Exception {
    QuoteFigures quotes = tiny(false).quotes().orElseThrow();
    assertThat(quotes.questions()).isEqualTo(3);
    assertThat(quotes.passage()).isEqualTo(1);
    assertThat(quotes.first()).isBetween(2 / 3.0, 1.0);
    assertThat(quotes.three()).isEqualTo(1);
  }

  @Test
  void theUnknownIsLessSureThanTheKnown() throws Exception {
    SetReport.OfCollection tiny = tiny(false);
    Doubt unanswerable = tiny.unanswerable().orElseThrow();
    assertThat(unanswerable.known()).isEqualTo(4);
    assertThat(unanswerable.unknown()).isEqualTo(1);
    assertThat(unanswerable.auroc()).isEqualTo(1);
    assertThat(unanswerable.refused()).isEqualTo(1);
    Doubt removed = tiny.removed().orElseThrow();
    assertThat(removed.known()).isEqualTo(3);
    assertThat(removed.unknown()).isEqualTo(3);
    assertThat(removed.auroc()).isGreaterThan(0.8);
  }

  @Test
  void pairsAreRankedByCosine() throws Exception {
    SetReport.OfPairs graded = (SetReport.OfPairs) run(false, "pairs").sets().getFirst();
    assertThat(graded.pairs()).isEqualTo(3);
    assertThat(graded.spearman()).isCloseTo(1, within(1e-9));
  }

  @Test
  void oneTableShowsAllSetsAndJsonHoldsTheSame() throws Exception {
    EvalReport report = run(false, "tiny", "pairs");
    assertThat(report.lines().subList(2, 5))
        .allSatisfy(line -> assertThat(line.chars().filter(c -> c == '|').count()).isEqualTo(10));
    assertThat(report.lines().get(2)).startsWith("| tiny | 4 / 3 | 92.01 · 83.3 · 100.0 |");
    assertThat(report.lines().get(3)).startsWith("| pairs/graded | 3 |").endsWith("| 100.00 |");
    Path file = work.resolve("report.json");
    report.write(file);
    JsonNode json = new ObjectMapper().readTree(file.toFile());
    assertThat(json.get(0).path("lexical").path("ndcg10").asDouble())
        .isCloseTo(0.92006, within(1e-4));
    assertThat(json.get(1).path("set").asText()).isEqualTo("pairs/graded");
  }

  @Test
  void whatWasPublishedForAModelIsComparedWithItsBuilds() throws Exception {
    Published published = Published.read(SETS.resolve("published.json"));
    assertThat(published.of("scifact", "some-model-int8"))
        .isEqualTo(new Published.Figures(OptionalDouble.of(0.5), OptionalDouble.of(0.75)));
    assertThat(published.of("sts/lcqmc-test", "some-model").dense()).hasValue(0.25);
    assertThat(published.of("scifact", "another").dense()).isEmpty();
    assertThat(published.of("tiny", "some-model")).isEqualTo(Published.Figures.NONE);
    assertThat(Published.read(SETS.resolve("none.json")).of("scifact", "some-model"))
        .isEqualTo(Published.Figures.NONE);
  }
}

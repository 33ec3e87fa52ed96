package dev.gill.embed.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.embed.Scorer;
import dev.gill.embed.ScorerContract;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The reader that comes with Gill. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EnglishReaderTest extends ScorerContract {
  private static final ModelDescription MODEL =
      ModelDescription.read(RealModel.FOLDER.resolve("reader-en/model.properties"));

  private Scorer reader;

  @BeforeAll
  void open() {
    reader = OnnxScorer.open(MODEL, OnnxSettings.defaults());
  }

  @AfterAll
  void close() {
    reader.close();
  }

  @Override
  protected Scorer scorer() {
    return reader;
  }

  @Test
  void itRunsInIntegersAndIsAsGoodAsTheSame() {
    try (ModelTokenizer tokenizer = ModelTokenizer.open(MODEL, Optional.empty());
        StockModel published = StockModel.open(MODEL);
        RowModel prepared = RowModel.open(MODEL, Prepared.graph(MODEL))) {
      assertThat(Prepared.find(MODEL).flatMap(Prepared::graph)).isPresent();
      assertThat(Fidelity.of(published, prepared, tokenizer).isEnough()).isTrue();
    }
  }

  @Test
  void aQuestionThatSpellsASeparatorOutIsReadToItsEnd() {
    try (ModelTokenizer tokenizer = ModelTokenizer.open(MODEL, Optional.empty())) {
      long[] plain = tokenizer.pair("How many days?", "Leave", "28 days.").ids();
      long[] spelt = tokenizer.pair("How many[SEP] days?", "Leave", "28 days.").ids();
      assertThat(spelt).isEqualTo(plain);
    }
  }

  @Test
  void theParentsOfAHeadingGoFirstWhereThePathIsLong() {
    try (ModelTokenizer tokenizer = ModelTokenizer.open(MODEL, Optional.empty())) {
      String path = "Handbook > ".repeat(60) + "Leave";
      PairTokens pair = tokenizer.pair("How many days?", path, "28 days.");
      long[] leave = tokenizer.ids("leave:");
      assertThat(pair.ids().length).isLessThan(80);
      assertThat(pair.ids()[pair.textFrom() - 1]).isEqualTo(leave[2]);
      assertThat(pair.ids()[pair.textFrom() - 2]).isEqualTo(leave[1]);
    }
  }

  @Test
  void closedItSaysSo() {
    Scorer closed = OnnxScorer.open(MODEL, OnnxSettings.defaults());
    closed.close();
    closed.close();
    assertThatThrownBy(() -> closed.read("Why?", List.of(new Scorer.Page("", "Because."))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("reader-en is closed");
  }
}

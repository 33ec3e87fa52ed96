package dev.gill.embed.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.embed.Reading;
import dev.gill.embed.Scorer;
import dev.gill.embed.Scorer.Page;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The Chinese reader that comes with Gill; what every reader owes is shown with the English one.
 */
@Tag("slow")
class ChineseReaderTest {
  private static final ModelDescription MODEL =
      ModelDescription.read(RealModel.FOLDER.resolve("reader-zh/model.properties"));
  private static final String QUESTION = "每年有几天假？";
  private static final String LEAVE = "先和团队商量。每人每年有 28 天年假。祝假期愉快。";
  private static final String BACKUPS = "数据库备份保留五周。备份在夜里进行。";

  @Test
  void thePassageAndTheSentenceThatAnswerAreTold() throws InterruptedException {
    try (Scorer reader = OnnxScorer.open(MODEL, OnnxSettings.defaults())) {
      List<Reading> readings =
          reader.read(QUESTION, List.of(new Page("备份", BACKUPS), new Page("休假", LEAVE)));
      assertThat(readings.get(1).relevance()).isGreaterThan(readings.get(0).relevance());
      int from = LEAVE.indexOf("每人");
      int to = LEAVE.indexOf("祝");
      assertThat(readings.get(1).answer(from, to))
          .isGreaterThan(readings.get(1).answer(0, from))
          .isGreaterThan(readings.get(1).answer(to, LEAVE.length()));
    }
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
}

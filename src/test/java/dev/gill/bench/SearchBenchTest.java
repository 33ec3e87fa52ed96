package dev.gill.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.Language;
import dev.gill.model.Space;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchBenchTest {
  private static final Map<Language, Space> SPACES =
      Map.of(Language.ENGLISH, new Space("made-up", 48), Language.CHINESE, new Space("zh", 8));

  @TempDir Path folder;

  @Test
  @Tag("slow")
  void measuresASmallIndexAndFindsItRight() throws Exception {
    SearchBench bench = new SearchBench();
    Map<String, String> values = new HashMap<>(bench.defaults());
    values.putAll(
        Map.of(
            "parts", "legs,rivals", "rounds", "3", "rival-rounds", "2", "recall-questions", "5"));
    Corpus corpus = new Corpus(Vocabulary.read(), new Clusters(7, 48, 10), 7, 1200);
    CorpusIndex index = new CorpusIndex(folder.resolve("index"), corpus, SPACES);
    Report report = bench.run(new Options(values), index, Progress.SILENT);
    assertThat(report.tables())
        .extracting(Table::title)
        .containsExactly(
            "index",
            "leg",
            "100 nearest, 100% readable",
            "100 nearest, 1% readable",
            "nearest leg");
    assertThat(report.tables().get(1).rows()).hasSize(12);
    Table recalls = report.tables().getLast();
    assertThat(recalls.rows())
        .allSatisfy(row -> assertThat((double) row.figures().get("recall@10")).isGreaterThan(0.9));
    assertThat(index.made()).isTrue();
  }

  @Test
  void aSharesReadersReadThatManyInAHundred() {
    for (Share share : Share.values()) {
      long readable = IntStream.range(0, 10_000).filter(share::mayRead).count();
      assertThat(readable).as("share %s", share).isEqualTo(share.percent() * 100L);
    }
    assertThat(Share.TEN.readable()).isEqualTo(List.of("share-1", "share-10"));
  }

  @Test
  void theSameSeedMakesTheSameCorpus() throws Exception {
    Corpus one = new Corpus(Vocabulary.read(), new Clusters(3, 16, 5), 3, 100);
    Corpus two = new Corpus(Vocabulary.read(), new Clusters(3, 16, 5), 3, 100);
    assertThat(one.document(4)).isEqualTo(two.document(4)).isNotEqualTo(one.document(5));
    assertThat(one.vectors().passage(9)).isEqualTo(two.vectors().passage(9));
    assertThat(one.question(2).text()).isEqualTo(two.question(2).text());
  }
}

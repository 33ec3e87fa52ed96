package dev.gill.index;

import static dev.gill.index.Samples.ANYONE;
import static dev.gill.index.Samples.EVERYONE;
import static dev.gill.index.Samples.doc;
import static dev.gill.index.Samples.headOf;
import static dev.gill.index.Samples.id;
import static dev.gill.index.Samples.keys;
import static dev.gill.index.Samples.texts;
import static dev.gill.index.Samples.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.Chunk;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The leg by words. */
interface LexicalContract extends WithEngine {
  private List<Hit> found(String question, int k) {
    return search(words(question), ANYONE, k);
  }

  @Test
  default void aPassageComesWithAllThatACitationNeeds() {
    DocWrite write = doc("a", "trout swim", "salmon leap");
    commit(Changes.write(write));
    Hit hit = found("salmon", 5).getFirst();
    assertThat(hit.passage().doc()).isEqualTo(id("a"));
    assertThat(hit.passage().revision()).isEqualTo("r1");
    assertThat(hit.passage().origin()).isEqualTo(write.head().origin());
    assertThat(hit.passage().chunk()).isEqualTo(write.chunks().getLast().chunk());
  }

  @Test
  default void rareWordsCountMoreAndTheBestComesFirst() {
    commit(
        Changes.write(
            doc("a", "backup server"),
            doc("b", "backup disk"),
            doc("c", "backup tape"),
            doc("d", "nothing here")));
    List<Hit> hits = found("backup tape", 10);
    assertThat(keys(hits)).first().isEqualTo("c");
    assertThat(keys(hits)).doesNotContain("d");
    assertThat(hits).extracting(Hit::score).isSortedAccordingTo((x, y) -> Double.compare(y, x));
    assertThat(hits.getFirst().score()).isGreaterThan(hits.get(1).score());
  }

  @Test
  default void theHeadingPathHelpsButLessThanTheText() {
    Chunk under = Chunk.of(0, "Call the number on the wall.", List.of("Outages"), List.of());
    Chunk about = Chunk.of(0, "Outages get a report each.", List.of("Reports"), List.of());
    commit(
        Changes.write(
            write("heading", under),
            write("text", about),
            doc("c", "something else"),
            doc("d", "x")));
    assertThat(keys(found("outages", 5))).containsExactly("text", "heading");
  }

  @Test
  default void whatColumnsAreCalledIsSearchedToo() {
    Chunk row =
        Chunk.of(0, "| Bravo | 4568 |", List.of(), "| Team | Telephone |", List.of(), List.of());
    commit(Changes.write(write("row", row), doc("c", "something else")));
    assertThat(keys(found("telephone", 5))).containsExactly("row");
  }

  private static DocWrite write(String key, Chunk chunk) {
    return new DocWrite(
        headOf(id(key), "r1", EVERYONE), chunk.text(), List.of(Samples.embedded(chunk)));
  }

  @Test
  default void everyLanguageIsSearched() {
    commit(Changes.write(doc("a", "TiDB is a database", "TiDB 是一个数据库", "pike")));
    assertThat(texts(found("tidb", 5)))
        .containsExactlyInAnyOrder("TiDB is a database", "TiDB 是一个数据库");
    assertThat(texts(found("数据库是什么", 5))).containsExactly("TiDB 是一个数据库");
  }

  @Test
  default void chineseIsFoundByWordsThatStandTogether() {
    commit(Changes.write(doc("a", "备份可以恢复数据", "数量与依据是两件事")));
    assertThat(texts(found("数据", 5))).first().isEqualTo("备份可以恢复数据");
  }

  @ParameterizedTest
  @ValueSource(strings = {"connections", "max_connections", "MAX_CONNECTIONS"})
  default void namesAreFoundWholeAndByTheirParts(String question) {
    commit(
        Changes.write(
            doc("a", "set max_connections to 100", "tidb-server listens"), doc("b", "x")));
    assertThat(texts(found(question, 5))).containsExactly("set max_connections to 100");
    assertThat(texts(found("server", 5))).containsExactly("tidb-server listens");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " \n\t ", "the of and", "The", "?!…", "。", "\"", "AND OR NOT", "\u0000"})
  default void aTextWithoutWordsFindsNothing(String question) {
    commit(Changes.write(doc("a", "the salmon of the and", "鱼 the of and。")));
    assertThat(found(question, 5)).isEmpty();
    assertThat(termWeights(question)).isEmpty();
  }

  @Test
  default void aVeryLongTextIsSearched() {
    commit(Changes.write(doc("a", "word7 swims"), doc("b", "other")));
    String long_ =
        IntStream.range(0, 5_000).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));
    assertThat(keys(found(long_, 5))).containsExactly("a");
  }

  @Test
  default void kBoundsTheHitsAndMayBeHuge() {
    commit(Changes.write(doc("a", "fish one", "fish two", "fish three")));
    assertThat(found("fish", 2)).hasSize(2);
    assertThat(found("fish", Integer.MAX_VALUE)).hasSize(3);
    assertThat(found("fish", 0)).isEmpty();
    assertThat(found("fish", -1)).isEmpty();
  }

  @Test
  default void anEmptyIndexIsSearched() {
    assertThat(found("fish", 5)).isEmpty();
    assertThat(found("fish", Integer.MAX_VALUE)).isEmpty();
  }

  @Test
  default void aQuestionAndASentenceShareTheTermsTheyShare() {
    commit(Changes.write(doc("a", "x"), doc("b", "数据库的备份")));
    Map<String, Double> english = termWeights("Which backup tape?");
    assertThat(termWeights("A tape holds it.").keySet()).containsAnyElementsOf(english.keySet());
    Map<String, Double> chinese = termWeights("怎么备份？");
    assertThat(termWeights("数据库的备份").keySet()).containsAnyElementsOf(chinese.keySet());
  }
}

package dev.gill.index;

import static dev.gill.index.Samples.ANYONE;
import static dev.gill.index.Samples.EVERYONE;
import static dev.gill.index.Samples.NOON;
import static dev.gill.index.Samples.doc;
import static dev.gill.index.Samples.headOf;
import static dev.gill.index.Samples.id;
import static dev.gill.index.Samples.keys;
import static dev.gill.index.Samples.texts;
import static dev.gill.index.Samples.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gill.model.Chunk;
import dev.gill.model.DocId;
import dev.gill.model.Origin;
import dev.gill.model.SourceId;
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
  default void aScoreIsThatOfBm25() {
    commit(
        Changes.write(bare("a", "salmon trout"), bare("b", "carp trout"), bare("c", "eel pike")));
    double expected = Bm25.weight(Bm25.idf(1, 3), 1, 2, 2);
    assertThat(found("salmon", 5).getFirst().score()).isCloseTo(expected, within(1e-4));
  }

  /** No title and no headings. */
  private static DocWrite bare(String key, String text) {
    DocHead head = headOf(id(key), "r1", EVERYONE);
    Origin nameless = new Origin("", "", "", NOON);
    Chunk chunk = Chunk.of(0, text, List.of(), List.of());
    return new DocWrite(
        new DocHead(head.id(), head.revision(), nameless, head.scope(), head.recipe()),
        text,
        List.of(Samples.embedded(chunk)));
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
  default void tiesComeInOrderOfDocumentAndPlace() {
    SourceId wikiTwo = new SourceId("wiki-2");
    commit(
        Changes.of(wikiTwo).and(doc(headOf(new DocId(wikiTwo, "a"), "r", EVERYONE), "same fish")));
    commit(Changes.write(doc("c", "same fish", "same fish")));
    commit(Changes.write(doc("🐟", "same fish"), doc("\uFFFD", "same fish")));
    commit(Changes.write(doc("a", "same fish")));
    List<Hit> hits = found("fish", 10);
    assertThat(hits)
        .extracting(hit -> hit.passage().doc() + " " + hit.passage().chunk().start())
        .containsExactly(
            "wiki:a 0", "wiki:c 0", "wiki:c 11", "wiki:🐟 0", "wiki:\uFFFD 0", "wiki-2:a 0");
    assertThat(found("fish", 3)).isEqualTo(hits.subList(0, 3));
  }

  @Test
  default void rareTermsWeighMoreAndUnknownOnesMost() {
    commit(Changes.write(doc("a", "backup one", "backup two", "tape")));
    Map<String, Double> weights = termWeights("backup of the tape robot backup");
    assertThat(terms("backup of the tape robot backup"))
        .containsExactlyElementsOf(weights.keySet());
    assertThat(weights).hasSize(3);
    assertThat(weights.get("backup")).isCloseTo(Bm25.idf(2, 3), within(1e-9));
    assertThat(weights.get("tape")).isCloseTo(Bm25.idf(1, 3), within(1e-9));
    assertThat(weights.get("robot")).isCloseTo(Bm25.idf(0, 3), within(1e-9));
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

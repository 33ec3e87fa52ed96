package dev.gill.index;

import static dev.gill.index.Samples.ANYONE;
import static dev.gill.index.Samples.EVERYONE;
import static dev.gill.index.Samples.NOON;
import static dev.gill.index.Samples.at;
import static dev.gill.index.Samples.doc;
import static dev.gill.index.Samples.headOf;
import static dev.gill.index.Samples.id;
import static dev.gill.index.Samples.keys;
import static dev.gill.index.Samples.near;
import static dev.gill.index.Samples.vector;
import static dev.gill.index.Samples.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gill.model.Chunk;
import dev.gill.model.DocId;
import dev.gill.model.Language;
import dev.gill.model.Origin;
import dev.gill.model.SourceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Scores, ties and the nearest as they are computed exactly, without approximation. */
interface ExactScoresContract extends WithEngine {
  private List<Hit> foundBy(String question, int k) {
    return search(words(question), ANYONE, k);
  }

  private List<Hit> found(float[] vector, int k) {
    return search(near(vector), ANYONE, k);
  }

  private static DocWrite pointing(String key, double cosine) {
    return doc(headOf(id(key), "r1", EVERYONE), at(cosine), "text of " + key);
  }

  @Test
  default void aScoreIsThatOfBm25() {
    commit(
        Changes.write(bare("a", "salmon trout"), bare("b", "carp trout"), bare("c", "eel pike")));
    double expected = Bm25.weight(Bm25.idf(1, 3), 1, 2, 2);
    assertThat(foundBy("salmon", 5).getFirst().score()).isCloseTo(expected, within(1e-4));
  }

  @Test
  default void tiesComeInOrderOfDocumentAndPlace() {
    SourceId wikiTwo = new SourceId("wiki-2");
    commit(
        Changes.of(wikiTwo).and(doc(headOf(new DocId(wikiTwo, "a"), "r", EVERYONE), "same fish")));
    commit(Changes.write(doc("c", "same fish", "same fish")));
    commit(Changes.write(doc("🐟", "same fish"), doc("\uFFFD", "same fish")));
    commit(Changes.write(doc("a", "same fish")));
    List<Hit> hits = foundBy("fish", 10);
    assertThat(hits)
        .extracting(hit -> hit.passage().doc() + " " + hit.passage().chunk().start())
        .containsExactly(
            "wiki:a 0", "wiki:c 0", "wiki:c 11", "wiki:🐟 0", "wiki:\uFFFD 0", "wiki-2:a 0");
    assertThat(foundBy("fish", 3)).isEqualTo(hits.subList(0, 3));
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
  default void theScoreIsTheCosineAndTheNearestComesFirst() {
    commit(Changes.write(pointing("opposite", -1), pointing("far", 0), pointing("near", 0.9)));
    List<Hit> hits = found(at(1), 5);
    assertThat(keys(hits)).containsExactly("near", "far", "opposite");
    assertThat(hits.get(0).score()).isCloseTo(0.9, within(1e-5));
    assertThat(hits.get(1).score()).isCloseTo(0, within(1e-5));
    assertThat(hits.get(2).score()).isCloseTo(-1, within(1e-5));
  }

  @Test
  default void nearestTiesComeInOrderOfDocumentAndPlace() {
    commit(Changes.write(pointing("c", 0.5), pointing("z", 0.9)));
    commit(Changes.write(pointing("b", 0.5), pointing("a", 0.5)));
    assertThat(keys(found(at(1), 10))).containsExactly("z", "a", "b", "c");
    assertThat(keys(found(at(1), 2))).containsExactly("z", "a");
  }

  @Test
  default void kBoundsTheNearestAndMayBeHuge() {
    DocWrite[] many =
        IntStream.range(0, 300)
            .mapToObj(i -> pointing("d%03d".formatted(i), 1 - i / 300.0))
            .toArray(DocWrite[]::new);
    commit(Changes.write(many));
    assertThat(keys(found(at(1), 3))).containsExactly("d000", "d001", "d002");
    assertThat(found(at(1), Integer.MAX_VALUE)).hasSize(300);
    assertThat(keys(found(at(1), 150))).hasSize(150).doesNotHaveDuplicates().contains("d120");
    assertThat(found(at(1), 0)).isEmpty();
    assertThat(found(at(1), -1)).isEmpty();
  }

  @Test
  default void oneRenderingScoresAsTheWordItselfDoes() {
    commit(Changes.write(doc("a", "tape robot"), doc("b", "backup disk")));
    double asked = search(words("backup"), ANYONE, 5).getFirst().score();
    double rendered =
        search(
                new IndexQuery.Rendered(
                    Language.ENGLISH, List.of(List.of("unknown", "backup")), Optional.empty()),
                ANYONE,
                5)
            .getFirst()
            .score();
    assertThat(rendered).isCloseTo(asked, within(1e-4));
  }
}

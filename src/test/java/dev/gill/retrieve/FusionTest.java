package dev.gill.retrieve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gill.index.Hit;
import dev.gill.model.Language;
import dev.gill.model.Scored;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FusionTest {
  private static final Fusion FUSION = new Fusion(0.4, 0, 0.5);
  private static final List<Hit> LEXICAL =
      List.of(Found.hit("a", 10, 0.7), Found.hit("b", 6, 0.9), Found.hit("c", 2, 0.6));
  private static final List<Hit> NEAREST =
      List.of(Found.near("b", 0.9), Found.near("a", 0.7), Found.near("d", 0.5));

  private static void assertScore(Scored scored, double expected) {
    assertThat(scored.score()).isEqualTo(expected, within(1e-12));
  }

  /**
   * Words over 10 to 0: a 1, b 0.6, c 0.2. Vectors over 0.9 to 0.5: b 1, a 0.5, c 0.25, d 0. So a =
   * 0.6 · 1 + 0.4 · 0.5, b = 0.6 · 0.6 + 0.4 · 1 and c = 0.6 · 0.2 + 0.4 · 0.25.
   */
  @Test
  void legsAreScaledAndWeighed() {
    List<Scored> fused = FUSION.fuse(LEXICAL, NEAREST, Map.of());
    assertThat(Found.keys(fused)).containsExactly("a", "b", "c", "d");
    assertScore(fused.get(0), 0.8);
    assertScore(fused.get(1), 0.76);
    assertScore(fused.get(2), 0.22);
    assertScore(fused.get(3), 0);
  }

  @Test
  void whereAllThatIsFoundIsNearVectorsHardlyTellItApart() {
    List<Hit> alike = List.of(Found.near("a", 0.9), Found.near("b", 0.88), Found.near("c", 0.86));
    List<Hit> words = List.of(Found.hit("c", 10, 0.86), Found.hit("a", 9, 0.9));
    assertThat(Found.keys(FUSION.fuse(words, alike, Map.of()))).containsExactly("c", "a", "b");
    assertThat(Found.keys(new Fusion(0.4, 0, 1).fuse(words, alike, Map.of())))
        .containsExactly("a", "c", "b");
  }

  /**
   * Terms of 100 in all, so that a good match has 40: a 0.25 and b 0.15. So b = 0.6 · 0.15 + 0.4 ·
   * 1 and a = 0.6 · 0.25 + 0.4 · 0.5, before they are divided by the best.
   */
  @Test
  void wordsCountLittleWhereNoPassageHasManyOfTheQuestions() {
    Fusion fusion = new Fusion(0.4, 0.4, 0.5);
    List<Scored> poor = fusion.fuse(LEXICAL, NEAREST, Map.of("one", 60.0, "two", 40.0));
    assertThat(Found.keys(poor)).containsExactly("b", "a", "c", "d");
    assertScore(poor.get(0), 1);
    assertScore(poor.get(1), 0.35 / 0.49);
    List<Scored> good = fusion.fuse(LEXICAL, NEAREST, Map.of("one", 25.0));
    assertThat(Found.keys(good)).containsExactly("a", "b", "c", "d");
    assertScore(good.get(1), 0.95);
  }

  @Test
  void whatHasNoVectorOfTheQuestionsSpaceCountsByItsWordsAlone() {
    List<Scored> fused =
        FUSION.fuse(List.of(Found.hit("a", 3)), List.of(Found.near("c", 0.2)), Map.of());
    assertThat(Found.keys(fused)).containsExactly("a", "c");
    assertScore(fused.get(0), 0.6);
    assertScore(fused.get(1), 0.4);
    assertThat(fused.get(0).cosine()).isEmpty();
    assertThat(fused.get(1).lexical()).isEmpty();
  }

  @Test
  void bothLegsOwnScoresAreKept() {
    Scored first = FUSION.fuse(LEXICAL, NEAREST, Map.of()).getFirst();
    assertThat(first.lexical()).hasValue(10);
    assertThat(first.cosine()).hasValue(0.7);
  }

  @Test
  void oneLegAloneRanksAsItDid() {
    List<Hit> bare = List.of(Found.hit("a", 10), Found.hit("b", 6), Found.hit("c", 2));
    assertThat(Found.keys(FUSION.fuse(bare, List.of(), Map.of()))).containsExactly("a", "b", "c");
    assertThat(Found.keys(FUSION.fuse(List.of(), NEAREST, Map.of())))
        .containsExactly("b", "a", "d");
    assertThat(FUSION.fuse(List.of(), List.of(), Map.of())).isEmpty();
  }

  @Test
  void hitsOfOneScoreAreAllGood() {
    List<Scored> fused =
        FUSION.fuse(List.of(Found.hit("a", 7), Found.hit("b", 7)), List.of(), Map.of());
    assertThat(fused).extracting(Scored::score).containsExactly(0.6, 0.6);
  }

  @Test
  void cosinesBelowThatOfUnrelatedTextsAreScaledToo() {
    List<Scored> fused =
        FUSION.fuse(List.of(), List.of(Found.near("a", 0.1), Found.near("b", -0.1)), Map.of());
    assertThat(fused).extracting(Scored::score).containsExactly(0.4, 0.0);
  }

  @Test
  void vectorsCountLessForChinese() {
    assertThat(Fusion.of(Language.CHINESE).denseWeight())
        .isLessThan(Fusion.of(Language.ENGLISH).denseWeight());
  }

  @Test
  void ofEquallyRelevantPassagesTheNewerComesFirst() {
    List<Hit> equal =
        List.of(
            Found.hit(Found.passage("old", 0, "one", 30), 5),
            Found.hit(Found.passage("new", 0, "two", 1), 5),
            Found.hit(Found.passage("mid", 0, "three", 7), 5));
    assertThat(Found.keys(FUSION.fuse(equal, List.of(), Map.of())))
        .containsExactly("new", "mid", "old");
  }

  @Test
  void ageDoesNotBeatRelevance() {
    List<Hit> hits =
        List.of(
            Found.hit(Found.passage("old", 0, "one", 900), 5.01),
            Found.hit(Found.passage("new", 0, "two", 0), 5),
            Found.hit(Found.passage("other", 0, "three", 0), 1));
    assertThat(Found.keys(FUSION.fuse(hits, List.of(), Map.of())).getFirst()).isEqualTo("old");
  }

  @Test
  void remainingTiesAreSettledByPlace() {
    List<Hit> equal =
        List.of(
            Found.hit(Found.passage("b", 0, "one", 0), 5),
            Found.hit(Found.passage("a", 40, "two", 0), 5),
            Found.hit(Found.passage("a", 7, "three", 0), 5));
    assertThat(FUSION.fuse(equal, List.of(), Map.of()))
        .extracting(scored -> scored.passage().chunk().text())
        .containsExactly("three", "two", "one");
  }

  @Test
  void chunksOfOneDocumentAreKeptApart() {
    List<Hit> lexical = List.of(Found.hit(Found.passage("a", 0, "one", 0), 5));
    List<Hit> nearest = List.of(Found.hit(Found.passage("a", 40, "two", 0), 0.5));
    assertThat(FUSION.fuse(lexical, nearest, Map.of())).hasSize(2);
  }
}

package dev.gill.retrieve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gill.index.Hit;
import dev.gill.model.Language;
import dev.gill.model.Scored;
import java.util.List;
import org.junit.jupiter.api.Test;

class FusionTest {
  private static final List<Hit> LEXICAL =
      List.of(Found.hit("a", 10), Found.hit("b", 6), Found.hit("c", 2));
  private static final List<Hit> NEAREST =
      List.of(Found.hit("b", 0.9), Found.hit("a", 0.7), Found.hit("d", 0.5));

  private static void assertScore(Scored scored, double expected) {
    assertThat(scored.score()).isEqualTo(expected, within(1e-12));
  }

  /**
   * Words over 10 to 0: a 1, b 0.6, c 0.2. Vectors over 0.9 to 0.5: b 1, a 0.5, d 0. So a = 0.6 · 1
   * + 0.4 · 0.5, b = 0.6 · 0.6 + 0.4 · 1 and c = 0.6 · 0.2.
   */
  @Test
  void legsAreScaledAndWeighed() {
    List<Scored> fused = Fusion.fuse(LEXICAL, NEAREST, 0.4);
    assertThat(Found.keys(fused)).containsExactly("a", "b", "c", "d");
    assertScore(fused.get(0), 0.8);
    assertScore(fused.get(1), 0.76);
    assertScore(fused.get(2), 0.12);
    assertScore(fused.get(3), 0);
  }

  @Test
  void whatOneLegMissedCountsAsZeroThere() {
    List<Scored> fused =
        Fusion.fuse(
            List.of(Found.hit("a", 3), Found.hit("b", 1)), List.of(Found.hit("c", 0.2)), 0.3);
    assertThat(Found.keys(fused)).containsExactly("a", "c", "b");
    assertScore(fused.get(0), 0.7);
    assertScore(fused.get(1), 0.3);
    assertThat(fused.get(0).cosine()).isEmpty();
    assertThat(fused.get(1).lexical()).isEmpty();
  }

  @Test
  void bothLegsOwnScoresAreKept() {
    Scored first = Fusion.fuse(LEXICAL, NEAREST, 0.4).getFirst();
    assertThat(first.lexical()).hasValue(10);
    assertThat(first.cosine()).hasValue(0.7);
  }

  @Test
  void oneLegAloneRanksAsItDid() {
    assertThat(Found.keys(Fusion.fuse(LEXICAL, List.of(), 0.5))).containsExactly("a", "b", "c");
    assertThat(Found.keys(Fusion.fuse(List.of(), NEAREST, 0.5))).containsExactly("b", "a", "d");
    assertThat(Fusion.fuse(List.of(), List.of(), 0.5)).isEmpty();
  }

  @Test
  void hitsOfOneScoreAreAllGood() {
    List<Scored> fused = Fusion.fuse(List.of(Found.hit("a", 7), Found.hit("b", 7)), List.of(), 0.5);
    assertThat(fused).extracting(Scored::score).containsExactly(0.5, 0.5);
  }

  @Test
  void negativeCosinesAreScaledToo() {
    List<Scored> fused =
        Fusion.fuse(List.of(), List.of(Found.hit("a", 0.1), Found.hit("b", -0.1)), 0.5);
    assertThat(fused).extracting(Scored::score).containsExactly(0.5, 0.0);
  }

  @Test
  void vectorsCountLessForChinese() {
    assertThat(Fusion.denseWeight(Language.CHINESE)).isEqualTo(0.2);
    assertThat(Fusion.denseWeight(Language.ENGLISH)).isEqualTo(0.45);
  }

  @Test
  void ofEquallyRelevantPassagesTheNewerComesFirst() {
    List<Hit> equal =
        List.of(
            new Hit(Found.passage("old", 0, "one", 30), 5),
            new Hit(Found.passage("new", 0, "two", 1), 5),
            new Hit(Found.passage("mid", 0, "three", 7), 5));
    assertThat(Found.keys(Fusion.fuse(equal, List.of(), 0.5))).containsExactly("new", "mid", "old");
  }

  @Test
  void ageDoesNotBeatRelevance() {
    List<Hit> hits =
        List.of(
            new Hit(Found.passage("old", 0, "one", 900), 5.01),
            new Hit(Found.passage("new", 0, "two", 0), 5),
            new Hit(Found.passage("other", 0, "three", 0), 1));
    assertThat(Found.keys(Fusion.fuse(hits, List.of(), 0.5)).getFirst()).isEqualTo("old");
  }

  @Test
  void remainingTiesAreSettledByPlace() {
    List<Hit> equal =
        List.of(
            new Hit(Found.passage("b", 0, "one", 0), 5),
            new Hit(Found.passage("a", 40, "two", 0), 5),
            new Hit(Found.passage("a", 7, "three", 0), 5));
    assertThat(Fusion.fuse(equal, List.of(), 0.5))
        .extracting(scored -> scored.passage().chunk().text())
        .containsExactly("three", "two", "one");
  }

  @Test
  void chunksOfOneDocumentAreKeptApart() {
    List<Hit> lexical = List.of(new Hit(Found.passage("a", 0, "one", 0), 5));
    List<Hit> nearest = List.of(new Hit(Found.passage("a", 40, "two", 0), 0.5));
    assertThat(Fusion.fuse(lexical, nearest, 0.5)).hasSize(2);
  }
}

package dev.gill.lab.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Against what was worked out by hand. */
class MeasuresTest {
  private static final Map<String, Integer> GRADES = Map.of("a", 2, "b", 1, "c", 1);

  @Test
  void gainIsDiscountedByRankAndComparedWithTheBestOrder() {
    // gain: 1/log2(2) + 2/log2(4) = 2; best: 2/log2(2) + 1/log2(3) + 1/log2(4) = 3.13093
    assertThat(Measures.ndcg(List.of("b", "x", "a"), GRADES, 10)).isCloseTo(0.63879, within(1e-5));
    assertThat(Measures.ndcg(List.of("a", "b", "c"), GRADES, 10)).isEqualTo(1);
    assertThat(Measures.ndcg(List.of("x", "y"), GRADES, 10)).isZero();
  }

  @Test
  void whatStandsBelowTheCutDoesNotCount() {
    // gain: 1; best of two: 2 + 0.63093
    assertThat(Measures.ndcg(List.of("b", "x", "a"), GRADES, 2)).isCloseTo(0.38009, within(1e-5));
    assertThat(Measures.recall(List.of("b", "x", "a"), GRADES, 2)).isCloseTo(1 / 3.0, within(1e-9));
    assertThat(Measures.reciprocalRank(List.of("x", "y", "a"), GRADES, 2)).isZero();
  }

  @Test
  void recallIsTheShareFoundAndTheReciprocalRankThatOfTheFirst() {
    List<String> ranked = List.of("x", "c", "a");
    assertThat(Measures.recall(ranked, GRADES, 100)).isCloseTo(2 / 3.0, within(1e-9));
    assertThat(Measures.reciprocalRank(ranked, GRADES, 10)).isEqualTo(0.5);
  }

  @Test
  void aRandomPairIsInOrderAsOftenAsTheAreaSays() {
    // of the six pairs: .9 above both, .5 ties one and is above the other, .3 is above one
    assertThat(Measures.auroc(List.of(0.9, 0.5, 0.3), List.of(0.5, 0.1)))
        .isCloseTo(4.5 / 6, within(1e-9));
    assertThat(Measures.auroc(List.of(1.0, 0.8), List.of(0.2))).isEqualTo(1);
    assertThat(Measures.auroc(List.of(0.2), List.of(0.2))).isEqualTo(0.5);
  }

  @Test
  void ranksCorrelateWhateverTheScale() {
    assertThat(Measures.spearman(new double[] {1, 2, 3}, new double[] {10, 100, 1000}))
        .isCloseTo(1, within(1e-9));
    // ranks 1 2 3 4 against 2 1 4 3: 1 - 6 * 4 / (4 * 15)
    assertThat(Measures.spearman(new double[] {1, 2, 3, 4}, new double[] {2, 1, 4, 3}))
        .isCloseTo(0.6, within(1e-9));
    // ranks 1.5 1.5 3 against 1 2 3: 1.5 / sqrt(1.5 * 2)
    assertThat(Measures.spearman(new double[] {5, 5, 6}, new double[] {1, 2, 3}))
        .isCloseTo(0.86603, within(1e-5));
  }
}

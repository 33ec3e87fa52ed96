package dev.gill.embed.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BatchesTest {
  @Test
  void aBudgetOfOneGivesEachTextByItselfLongestFirst() {
    assertThat(Batches.of(new int[] {3, 9, 5}, 1))
        .containsExactly(new int[] {1}, new int[] {2}, new int[] {0});
  }

  @Test
  void textsOfLikeLengthShareABatchWithinTheBudgetPaddingIncluded() {
    assertThat(Batches.of(new int[] {4, 10, 9, 4, 5}, 20))
        .containsExactly(new int[] {1, 2}, new int[] {4, 0, 3});
  }

  @Test
  void aTextAboveTheBudgetIsABatchOfItsOwnAndNoTextsAreNone() {
    assertThat(Batches.of(new int[] {50, 2}, 20)).containsExactly(new int[] {0}, new int[] {1});
    assertThat(Batches.of(new int[0], 20)).isEmpty();
  }
}

package dev.gill.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ReadingTest {
  private final Reading reading =
      new Reading(0, new int[] {0, 4, 9}, new int[] {3, 8, 12}, new float[] {0, 100, -100});

  @Test
  void aLogitOfZeroIsAsLikelyAsNot() {
    assertThat(reading.probability()).isEqualTo(0.5);
  }

  @Test
  void aRangeIsAsLikelyAsItsTokensInTheMean() {
    assertThat(reading.answer(0, 3)).isEqualTo(0.5);
    assertThat(reading.answer(0, 8)).isCloseTo(0.75, within(1e-9));
    assertThat(reading.answer(5, 6)).isCloseTo(1, within(1e-9));
    assertThat(reading.answer(8, 12)).isCloseTo(0, within(1e-9));
  }

  @Test
  void whatWasNotReadIsNoAnswer() {
    assertThat(reading.answer(12, 20)).isZero();
    assertThat(reading.answer(3, 4)).isZero();
  }
}

package dev.gill.embed.onnx;

import static dev.gill.embed.onnx.Fidelity.Measure.AGREEMENT;
import static dev.gill.embed.onnx.Fidelity.Measure.COSINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FidelityTest {
  @Test
  void vectorsAreAsNearAsTheirDirections() {
    assertThat(COSINE.of(new float[] {1, 2}, new float[] {2, 4})).isEqualTo(1, within(1e-9));
    assertThat(COSINE.isEnough(new float[] {1, 0}, new float[] {1, 0.1f})).isFalse();
  }

  @Test
  void aReadersScoresAreAsNearAsTheProbabilitiesThatTheyStandFor() {
    float[] sure = {9, -9, 0, 9};
    assertThat(AGREEMENT.isEnough(sure, new float[] {6, -6, 0, 6})).isTrue();
    assertThat(AGREEMENT.isEnough(sure, new float[] {9, -9, 0, 2})).isFalse();
    assertThat(AGREEMENT.isEnough(new float[] {0.2f, -9}, new float[] {-0.2f, -9})).isFalse();
  }

  @Test
  void whatNobodyReadsOffAReaderDoesNotCount() {
    assertThat(AGREEMENT.of(new float[] {1, 2, 3, 4}, new float[] {1, 2, -30, 4})).isEqualTo(1);
  }
}

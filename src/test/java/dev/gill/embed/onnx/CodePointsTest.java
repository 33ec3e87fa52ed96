package dev.gill.embed.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CodePointsTest {
  @Test
  void aCodePointOutsideOfTheBasicPlaneTakesTwoUnits() {
    CodePoints places = new CodePoints("a🙂b");
    assertThat(places.unit(0)).isZero();
    assertThat(places.unit(1)).isEqualTo(1);
    assertThat(places.unit(2)).isEqualTo(3);
    assertThat(places.unit(3)).isEqualTo(4);
  }

  @Test
  void placesMayGoBackAndBeyond() {
    CodePoints places = new CodePoints("a🙂b");
    assertThat(places.unit(3)).isEqualTo(4);
    assertThat(places.unit(1)).isEqualTo(1);
    assertThat(places.unit(9)).isEqualTo(4);
  }
}

package dev.gill.embed.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SegmentsTest {
  @Test
  void theSecondTextBeginsAfterTheFirstSeparator() {
    assertThat(Segments.types(new long[] {101, 7, 8, 102, 9, 102}))
        .containsExactly(0, 0, 0, 0, 1, 1);
    assertThat(Segments.types(new long[] {101, 102, 102})).containsExactly(0, 0, 1);
    assertThat(Segments.types(new long[] {101, 7, 102})).containsExactly(0, 0, 0);
  }
}

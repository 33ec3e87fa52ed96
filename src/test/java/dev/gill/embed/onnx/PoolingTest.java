package dev.gill.embed.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PoolingTest {
  private static final float[] THREE_TOKENS = {1, 2, 3, 4, 8, 0};

  @Test
  void clsIsTheFirstTokensVector() {
    assertThat(Pooling.CLS.pool(THREE_TOKENS, 2)).containsExactly(1, 2);
  }

  @Test
  void meanIsOverAllTokens() {
    assertThat(Pooling.MEAN.pool(THREE_TOKENS, 2)).containsExactly(4, 2);
  }
}

package dev.gill.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.smallrye.mutiny.Multi;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class UnfoldingTest {
  @Test
  void theFirstPieceIsThereBeforeTheLastIsMade() throws InterruptedException {
    CountDownLatch seen = new CountDownLatch(1);
    Multi<String> pieces =
        Unfolding.begin(
            out -> {
              out.accept("first");
              seen.await();
              out.accept("last");
            });
    seen.countDown();
    assertThat(pieces.collect().asList().await().indefinitely())
        .isEqualTo(List.of("first", "last"));
  }

  @Test
  void whatFailsBeforeTheFirstPieceIsThrown() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                Unfolding.begin(
                    out -> {
                      throw new IllegalStateException("no house");
                    }))
        .withMessage("no house");
  }

  @Test
  void anErrorLeavesNobodyWaiting() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                Unfolding.begin(
                    out -> {
                      throw new StackOverflowError();
                    }));
  }
}

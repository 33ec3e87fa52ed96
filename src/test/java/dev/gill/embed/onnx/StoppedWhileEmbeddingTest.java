package dev.gill.embed.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A process that ends while native code computes frees what that still reads. */
@Tag("slow")
class StoppedWhileEmbeddingTest {
  private static final int STOPPED_BY_SIGTERM = 143;

  /** Works on two steps one after the other, and is stopped in the first of them. */
  public static void main(String[] args) throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    new Workers("test", 1).run(Urgency.SOON, 2, step -> work(step, never));
  }

  private static void work(int step, CountDownLatch never) {
    System.out.println("begun " + step);
    try {
      never.await(2, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    System.out.println("done " + step);
  }

  @Test
  @Timeout(60)
  void theStepUnderWayEndsAndNoOtherBegins() throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"),
            StoppedWhileEmbeddingTest.class.getName());
    builder
        .environment()
        .put(
            "CLASSPATH",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (BufferedReader said = process.inputReader()) {
      assertThat(said.readLine()).isEqualTo("begun 0");
      process.toHandle().destroy();
      assertThat(said.lines()).containsExactly("done 0");
    }
    assertThat(process.waitFor()).isEqualTo(STOPPED_BY_SIGTERM);
  }
}

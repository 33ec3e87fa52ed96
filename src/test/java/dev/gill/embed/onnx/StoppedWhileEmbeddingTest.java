package dev.gill.embed.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gill.embed.Embedder;
import dev.gill.embed.Embedders;
import dev.gill.embed.Role;
import dev.gill.model.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** ONNX Runtime takes itself down when the process is asked to stop, whoever still computes. */
@Tag("slow")
class StoppedWhileEmbeddingTest {
  private static final Path MODELS = Path.of("models").toAbsolutePath();
  private static final int CALLERS = 4;
  private static final int STOPPED_BY_SIGTERM = 143;

  @TempDir private Path folder;

  /** Embeds until it is stopped. */
  public static void main(String[] args) throws InterruptedException {
    Embedders models = new OnnxModels(Path.of(args[0]), OnnxSettings.defaults()).open();
    Embedder embedder = models.of(Language.CHINESE);
    List<Thread> callers =
        Stream.generate(() -> Thread.ofPlatform().unstarted(() -> embedForEver(embedder)))
            .limit(CALLERS)
            .toList();
    callers.forEach(Thread::start);
    callers.getFirst().join();
  }

  private static void embedForEver(Embedder embedder) {
    try {
      while (true) {
        embedder.embed(List.of("鱼在海里游，渔船在港口等".repeat(20)), Role.PASSAGE);
        System.out.println("embedded");
      }
    } catch (InterruptedException | IllegalStateException e) {
      Thread.currentThread().interrupt();
    }
  }

  @RepeatedTest(3)
  @Timeout(60)
  void a_process_that_is_stopped_while_it_embeds_ends_without_a_crash()
      throws IOException, InterruptedException {
    assumeTrue(
        Files.exists(MODELS.resolve("bge-small-zh-v1.5/bge-small-zh-v1.5.onnx")),
        "the models are not unpacked: build with Maven once");
    Process process = start();
    try (BufferedReader said = process.inputReader()) {
      assertThat(said.readLine()).isEqualTo("embedded");
      process.toHandle().destroy();
      assertThat(said.lines()).containsOnly("embedded");
    }
    assertThat(process.waitFor()).isEqualTo(STOPPED_BY_SIGTERM);
  }

  private Process start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                StoppedWhileEmbeddingTest.class.getName(),
                MODELS.toString())
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder
        .environment()
        .put(
            "CLASSPATH",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    return builder.start();
  }
}

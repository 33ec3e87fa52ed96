package dev.gill.embed.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gill.embed.Embedders;
import dev.gill.embed.Role;
import dev.gill.model.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** ONNX Runtime matches the command line with a recursive pattern when it starts. */
@Tag("slow")
class LongCommandLineTest {
  private static final Path MODELS = Path.of("models");

  /** Embeds one text; the other arguments are there to be long. */
  public static void main(String[] args) throws InterruptedException {
    try (Embedders models = new OnnxModels(MODELS, OnnxSettings.defaults()).open()) {
      models.of(Language.CHINESE).embed(List.of(args[0]), Role.PASSAGE);
      System.out.println("embedded " + args[0]);
    }
  }

  @Test
  @Timeout(60)
  void a_command_line_of_100_000_characters_does_not_take_the_process_down()
      throws IOException, InterruptedException {
    assumeTrue(
        Files.exists(MODELS.resolve("bge-small-zh-v1.5/bge-small-zh-v1.5.onnx")),
        "the models are not unpacked: build with Maven once");
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                LongCommandLineTest.class.getName(),
                "鱼",
                "x".repeat(100_000))
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder
        .environment()
        .put(
            "CLASSPATH",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).isZero();
    assertThat(said).contains("embedded");
  }
}

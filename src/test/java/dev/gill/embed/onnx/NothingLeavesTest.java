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
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * ONNX Runtime reports to its makers unless an environment variable says no before it starts. It
 * also keeps quiet where it takes the machine for a build server, so the process here is given an
 * environment that says nothing at all.
 */
@Tag("slow")
class NothingLeavesTest {
  private static final Path MODELS = Path.of("models").toAbsolutePath();

  @TempDir private Path home;
  @TempDir private Path data;

  /** Embeds a text, then prints every connection and every file of the home that is open. */
  public static void main(String[] args) throws Exception {
    Path home = Path.of(args[0]).toRealPath();
    OnnxSettings settings =
        new OnnxSettings(1, Device.CPU, Map.of(), Optional.of(Path.of(args[1])));
    try (Embedders models = new OnnxModels(Path.of(args[2]), settings).open()) {
      models.of(Language.CHINESE).embed(List.of("鱼"), Role.PASSAGE);
      System.out.println("embedded");
      opened()
          .filter(name -> name.startsWith("socket:") || name.startsWith(home.toString()))
          .forEach(name -> System.out.println("open: " + name));
    }
  }

  private static Stream<String> opened() throws IOException {
    Path files = Path.of("/proc/self/fd");
    if (!Files.isDirectory(files)) {
      return Stream.of();
    }
    try (Stream<Path> all = Files.list(files)) {
      return all.map(NothingLeavesTest::target).toList().stream();
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return "closed meanwhile";
    }
  }

  @Test
  @Timeout(60)
  void a_process_that_embeds_keeps_no_file_in_the_home_and_opens_no_connection() throws Exception {
    assumeTrue(
        Files.exists(MODELS.resolve("bge-small-zh-v1.5/bge-small-zh-v1.5.onnx")),
        "the models are not unpacked: build with Maven once");
    Process process = start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).isZero();
    assertThat(said).isEqualTo("embedded\n");
    try (Stream<Path> kept = Files.walk(home)) {
      assertThat(kept.filter(path -> !path.equals(home))).isEmpty();
    }
  }

  private Process start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.home=" + home,
                NothingLeavesTest.class.getName(),
                home.toString(),
                data.toString(),
                MODELS.toString())
            .directory(home.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.put("CLASSPATH", classPath);
    environment.put("HOME", home.toString());
    environment.put("XDG_CACHE_HOME", home.resolve("cache").toString());
    return builder.start();
  }
}

package dev.gill.parse.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A damaged or hostile file becomes a text or a failure with a reason, and nothing worse. */
@Tag("slow")
class HostileFilesTest {
  private static final int FILES = Integer.getInteger("gill.hostile.files", 1_000);
  private static final long SEED = Long.getLong("gill.hostile.seed", 20_261_130L);

  /** What one file may take on a busy machine, where most take a few milliseconds. */
  private static final long MOST_MILLIS = 30_000;

  @Test
  @Timeout(value = 15, unit = TimeUnit.MINUTES)
  void aThousandDamagedFilesInASmallHeap() throws Exception {
    List<String> said = new ArrayList<>();
    Process victim = start();
    try (BufferedReader lines = victim.inputReader()) {
      lines.lines().forEach(said::add);
    } finally {
      victim.destroyForcibly();
    }
    assertThat(said).as("the last file is what ended it").last().isEqualTo("done");
    List<String> outcomes =
        said.stream().filter(line -> !line.startsWith("begin") && !line.equals("done")).toList();
    assertThat(outcomes).hasSize(FILES);
    assertThat(outcomes)
        .allSatisfy(line -> assertThat(line).matches("(text|refused) .*"))
        .allSatisfy(
            line ->
                assertThat(Long.parseLong(line.split(" ")[1])).as(line).isLessThan(MOST_MILLIS));
    assertThat(outcomes).anyMatch(line -> line.startsWith("text"));
    assertThat(outcomes).anyMatch(line -> line.startsWith("refused"));
  }

  private static Process start() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx768m",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            HostileVictim.class.getName(),
            "src/test/resources/formats,src/test/resources/formats/word97,src/test/resources/cases",
            Integer.toString(FILES),
            Long.toString(SEED))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}

package dev.gill.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.app.cli.CommandLineTool;
import dev.gill.app.config.ConfigFile;
import dev.gill.app.house.House;
import dev.gill.model.Answer;
import dev.gill.model.Question;
import dev.gill.model.Reader;
import dev.gill.sync.SourceStatus;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./gill backup} of a running Gill, and {@code ./gill restore} of what it made. */
@Tag("slow")
class BackupCommandTest {
  @TempDir private Path temporary;

  private static House open(Path data) {
    Config config =
        new SmallRyeConfigBuilder()
            .withSources(
                new PropertiesConfigSource(Map.of("gill.data", data.toString()), "test", 300))
            .build();
    return House.open(ConfigFile.of(config), Clock.systemUTC());
  }

  private static int run(Path data, String... command) {
    System.setProperty("gill.data", data.toString());
    return CommandLineTool.run(command);
  }

  @AfterEach
  void leaveTheFolder() {
    System.clearProperty("gill.data");
  }

  @Test
  void aRestoredGillAnswersAndGoesOnFromItsCursors() throws InterruptedException {
    Path data = temporary.resolve("data");
    Path restored = temporary.resolve("restored");
    String backup = temporary.resolve("backup").toString();
    try (House house = open(data)) {
      house.breathing().breatheOnce();
      assertThat(run(data, "backup", backup)).isZero();
    }
    assertThat(run(restored, "restore", backup)).isZero();
    assertThat(run(restored, "restore", backup)).isEqualTo(2);
    try (House house = open(restored)) {
      assertThat(house.foundIndex()).isTrue();
      assertThat(answer(house)).isInstanceOf(Answer.Grounded.class);
      house.breathing().breatheOnce();
      assertThat(house.breathing().sources()).extracting(SourceStatus::embedded).containsOnly(0L);
    }
    assertThat(run(restored, "verify")).isZero();
  }

  private static Answer answer(House house) throws InterruptedException {
    return house
        .answerer()
        .answer(new Question("How long do we keep database backups?", Reader.anyone()));
  }
}

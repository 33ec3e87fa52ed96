package dev.gill.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.app.config.ConfigFile;
import dev.gill.app.house.House;
import dev.gill.model.Answer;
import dev.gill.model.Question;
import dev.gill.model.Reader;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A disk that lost a file must not keep Gill from starting. */
@Tag("slow")
class DamagedIndexTest {
  @TempDir private Path data;

  private House open() {
    Config config =
        new SmallRyeConfigBuilder()
            .withSources(
                new PropertiesConfigSource(Map.of("gill.data", data.toString()), "test", 300))
            .build();
    return House.open(ConfigFile.of(config), Clock.systemUTC());
  }

  private List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"empty", "gone", "nonsense"})
  void whatIsLostIsReadFromTheSourcesAgain(String damage) throws Exception {
    try (House house = open()) {
      house.breathing().breatheOnce();
    }
    for (Path file : files(data.resolve("index"))) {
      String name = file.getFileName().toString();
      if (!name.equals("write.lock") && !name.startsWith("segments")) {
        switch (damage) {
          case "empty" -> Files.write(file, new byte[0]);
          case "gone" -> Files.delete(file);
          default -> Files.writeString(file, "nonsense ".repeat(40));
        }
      }
    }
    try (House house = open()) {
      assertThat(house.foundIndex()).isFalse();
      house.breathing().breatheOnce();
      assertThat(
              house
                  .answerer()
                  .answer(new Question("How long do we keep database backups?", Reader.anyone())))
          .isInstanceOf(Answer.Grounded.class);
    }
    assertThat(files(data))
        .anyMatch(file -> file.getFileName().toString().startsWith("index.damaged-"));
  }
}

package dev.gill.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gill.app.config.ConfigFile;
import dev.gill.app.config.GillConfig;
import dev.gill.app.house.House;
import dev.gill.model.Answer;
import dev.gill.model.Language;
import dev.gill.model.Question;
import dev.gill.model.Reader;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real models: one is put beside that of the index, chosen, and the former one taken away. */
@Tag("slow")
class AnotherModelTest {
  private static final String FORMER = "bge-small-en-v1.5";
  private static final String SHORT = "bge-short-en";
  private static final String BACKUPS = "How long do we keep database backups?";

  @TempDir private Path folder;

  @BeforeEach
  void copyModels() throws Exception {
    for (String model : List.of(FORMER, "bge-small-zh-v1.5", "cc-cedict")) {
      copy(Path.of("models", model), folder.resolve("models").resolve(model));
    }
    try (House house = open(Map.of())) {
      house.breathing().breatheOnce();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  /** The same network, but it cuts texts off earlier, so that its vectors are others. */
  private void addAnother() throws IOException {
    Path model = folder.resolve("models").resolve(SHORT);
    copy(Path.of("models", FORMER), model);
    Path description = model.resolve("model.properties");
    Files.writeString(
        description,
        Files.readString(description)
            .replace("name=" + FORMER, "name=" + SHORT)
            .replace("max-tokens=512", "max-tokens=384"));
  }

  private House open(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("gill.data", folder.resolve("data").toString());
    all.put("gill.models", folder.resolve("models").toString());
    Config config =
        new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(all, "test", 300))
            .build();
    GillConfig gill = ConfigFile.of(config);
    return House.open(gill, Clock.systemUTC());
  }

  private static void assertAnswers(House house) throws InterruptedException {
    Answer answer = house.answerer().answer(new Question(BACKUPS, Reader.anyone()));
    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Grounded.class, grounded -> assertThat(grounded.text()).contains("35 days"));
  }

  private static void awaitSwap(House house) {
    await().atMost(Duration.ofMinutes(2)).until(() -> house.monitor().rebuilding().isEmpty());
  }

  private static String english(House house) {
    return house.embedders().spaces().get(Language.ENGLISH).model();
  }

  @Test
  void itIsAnsweredAllTheWay() throws Exception {
    addAnother();
    try (House house = open(Map.of())) {
      assertThat(english(house)).as("merely put there").startsWith(FORMER + "@");
      assertThat(house.monitor().rebuilding()).isEmpty();
      assertAnswers(house);
    }
    try (House house = open(Map.of("gill.embed.model.en", SHORT))) {
      assertThat(english(house)).startsWith(SHORT + "@");
      assertThat(house.monitor().rebuilding().orElseThrow().why()).doesNotContain("words");
      assertAnswers(house);
      house.start(breath -> {});
      awaitSwap(house);
      assertAnswers(house);
    }
  }

  @Test
  void withoutTheFormerModelItIsAnsweredByWords() throws Exception {
    addAnother();
    try (Stream<Path> files = Files.list(folder.resolve("models").resolve(FORMER))) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    try (House house = open(Map.of())) {
      assertThat(house.monitor().rebuilding().orElseThrow().why()).contains("by words");
      assertAnswers(house);
      house.start(breath -> {});
      awaitSwap(house);
      assertAnswers(house);
    }
  }
}

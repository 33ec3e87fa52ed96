package dev.gill.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.app.config.ConfigException;
import dev.gill.app.config.ConfigFile;
import dev.gill.app.config.GillConfig;
import dev.gill.app.config.Sources;
import dev.gill.app.house.House;
import dev.gill.index.Snapshot;
import dev.gill.model.DocId;
import dev.gill.model.PassedOver;
import dev.gill.model.Question;
import dev.gill.model.Reader;
import dev.gill.model.SourceId;
import dev.gill.sync.SourceStatus;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies outside of a followed folder is read only where the configuration says so. */
@Tag("slow")
class LinksOutTest {
  private static final SourceId TEAM = new SourceId("team");
  private static final Question SALARY =
      new Question("What is the salary band of a platform engineer?", Reader.anyone());

  @TempDir private Path temporary;
  private Path team;

  @BeforeEach
  void writeDocuments() throws Exception {
    team = Files.createDirectory(temporary.resolve("team"));
    Files.writeString(team.resolve("pets.md"), "# Pets\n\nThe parrot eats seeds at noon.\n");
    Path secret = Files.createDirectory(temporary.resolve("secret"));
    Files.writeString(
        secret.resolve("salaries.md"),
        "# Salary bands\n\nThe salary band of a platform engineer starts at 61,000 euros.\n");
    Files.createSymbolicLink(team.resolve("pay.md"), secret.resolve("salaries.md"));
    Files.createSymbolicLink(team.resolve("shared"), secret);
  }

  private GillConfig config(String... settings) {
    Map<String, String> all = new HashMap<>();
    all.put("gill.data", temporary.resolve("data").toString());
    all.put("gill.sources.team.type", "folder");
    all.put("gill.sources.team.path", team.toString());
    for (int i = 0; i < settings.length; i += 2) {
      all.put("gill.sources.team." + settings[i], settings[i + 1]);
    }
    Config config =
        new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(all, "test", 300))
            .build();
    return ConfigFile.of(config);
  }

  private static List<DocId> found(House house) throws InterruptedException {
    return house.answerer().search(SALARY, 10).stream()
        .map(scored -> scored.passage().doc())
        .filter(doc -> !doc.key().equals("pets.md"))
        .distinct()
        .toList();
  }

  private static List<DocId> documents(House house) {
    try (Snapshot snapshot = house.engine().snapshot()) {
      return snapshot.documents(TEAM);
    }
  }

  @Test
  void whatWasReadThroughLinksIsGoneAndListedOnceTheyAreNotFollowed() throws Exception {
    try (House house = House.open(config("links", "follow"), Clock.systemUTC())) {
      house.breathing().breatheOnce();
      assertThat(found(house)).isNotEmpty();
      assertThat(documents(house)).hasSize(3);
      assertThat(house.breathing().sources().getFirst().passedOver()).isEmpty();
    }

    try (House house = House.open(config(), Clock.systemUTC())) {
      house.breathing().breatheOnce();
      assertThat(documents(house)).containsExactly(new DocId(TEAM, "pets.md"));
      assertThat(found(house)).isEmpty();
      SourceStatus status = house.breathing().sources().getFirst();
      assertThat(status.passedOver())
          .flatExtracting(PassedOver::docs)
          .extracting(DocId::key)
          .containsExactly("pay.md", "shared");
      assertThat(status.failures()).isEmpty();
    }
  }

  @Test
  void aWrongSettingIsSaidToBeSo() {
    assertThatThrownBy(() -> new Sources(config("links", "all"), Clock.systemUTC()).followed())
        .isInstanceOf(ConfigException.class)
        .hasMessage("gill.sources.team.links is not known; use follow or within.");
    GillConfig git = config("type", "git", "links", "follow");
    assertThatThrownBy(() -> new Sources(git, Clock.systemUTC()).followed())
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("links in a Git repository are not followed");
  }
}

package dev.gill.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gill.app.config.ConfigFile;
import dev.gill.app.config.GillConfig;
import dev.gill.app.house.House;
import dev.gill.index.Snapshot;
import dev.gill.ledger.TrailBook;
import dev.gill.model.Identity;
import dev.gill.model.SourceId;
import dev.gill.sync.SourceStatus;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody is forgotten while Gill runs. */
@Tag("slow")
class ForgettingDeskTest {
  private static final SourceId CHAT = new SourceId("chat");

  @TempDir Path home;

  private GillConfig config() {
    Config config =
        new SmallRyeConfigBuilder()
            .withSources(
                new PropertiesConfigSource(
                    Map.of(
                        "gill.data", home.resolve("data").toString(),
                        "gill.people.accounts.mallory", "mallory@example.org,chat:mallory",
                        "gill.sources.chat.type", "chatexport",
                        "gill.sources.chat.path", home.resolve("exports").toString(),
                        "gill.sources.chat.zone", "UTC",
                        "gill.sources.chat.audience", "everyone"),
                    "test",
                    300))
            .build();
    return ConfigFile.of(config);
  }

  private static String line(int number, String account, String text) {
    return """
        {"id":"m%05d","account":"%s","name":"%s","time":%d,"text":"%s"}"""
        .formatted(number, account, account, 1_772_416_800L + 7200L * (number / 2), text);
  }

  private static String held(House house) {
    try (Snapshot snapshot = house.engine().snapshot()) {
      return snapshot.documents(CHAT).stream()
          .map(doc -> snapshot.document(doc).orElseThrow().text())
          .collect(Collectors.joining("\n"));
    }
  }

  @Test
  void whatTheyWroteGoesAndWhatComesNextIsReadWithoutThem() throws Exception {
    Path room = Files.createDirectory(home.resolve("exports")).resolve("ops.jsonl");
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      lines.add(line(2 * i, "mallory", "The quokka of rack %d hums.".formatted(i)));
      lines.add(line(2 * i + 1, "bo", "Then we swap the fan of rack %d.".formatted(i)));
    }
    Files.write(room, lines);
    Identity mallory = Identity.email("mallory@example.org");
    try (House house = House.open(config(), Clock.systemUTC())) {
      ForgettingDesk desk = new ForgettingDesk(config(), house, TrailBook.none());
      house.start(_ -> {});
      await()
          .atMost(Duration.ofMinutes(2))
          .until(() -> house.monitor().sources().getFirst().state() == SourceStatus.State.IN_STEP);
      assertThat(held(house)).contains("hums", "swap the fan");
      assertThat(desk.hasForgotten(Set.of(mallory))).isFalse();

      desk.forget(Set.of(mallory));
      await().atMost(Duration.ofMinutes(1)).until(() -> !held(house).contains("hums"));
      assertThat(held(house)).contains("swap the fan of rack 19");
      assertThat(desk.hasForgotten(Set.of(mallory))).isTrue();

      Files.writeString(
          room,
          line(2000, "mallory", "The quokka is back.")
              + "\n"
              + line(2001, "bo", "The badger is in.")
              + "\n",
          StandardOpenOption.APPEND);
      house.monitor().lookNow(CHAT);
      await().atMost(Duration.ofMinutes(1)).until(() -> held(house).contains("badger"));
      assertThat(held(house)).doesNotContain("quokka");
    }
  }
}

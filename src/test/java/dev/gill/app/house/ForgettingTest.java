package dev.gill.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.app.config.ConfigFile;
import dev.gill.app.config.ForgottenFile;
import dev.gill.app.config.GillConfig;
import dev.gill.app.house.Forgetting.Receipt;
import dev.gill.index.IndexEngine;
import dev.gill.index.Snapshot;
import dev.gill.model.Identity;
import dev.gill.model.SourceId;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody wrote five hundred messages and wants to be forgotten. */
@Tag("slow")
final class ForgettingTest {
  private static final List<String> RARE =
      List.of(
          "quokkaborough",
          "zanzibarite",
          "flummoxate",
          "wigglestone",
          "brambleforth",
          "snickerdoodle",
          "plumtrickle",
          "gobbledock",
          "thistlewick",
          "marzipanic");
  private static final Identity MALLORY = new Identity("chat", "mallory");

  @TempDir Path temporary;
  private Path room;
  private Path data;

  @BeforeEach
  void writeTheChat() throws IOException {
    data = temporary.resolve("data");
    room = Files.createDirectory(temporary.resolve("exports")).resolve("ops.jsonl");
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      lines.add(
          line(
              2 * i, "mallory", "The %s of rack %d hums.".formatted(RARE.get(i % RARE.size()), i)));
      lines.add(line(2 * i + 1, "bo", "Then we swap the fan of rack %d.".formatted(i)));
    }
    Files.write(room, lines);
  }

  private static String line(int number, String account, String text) {
    return """
        {"id":"m%05d","account":"%s","name":"%s","time":%d,"text":"%s"}"""
        .formatted(
            number, account, account, 1_772_416_800L + 7200L * (number / 2) + number % 2, text);
  }

  private GillConfig config() {
    Map<String, String> settings =
        Map.of(
            "gill.data", data.toString(),
            "gill.sources.chat.type", "chatexport",
            "gill.sources.chat.path", room.getParent().toString(),
            "gill.sources.chat.zone", "UTC",
            "gill.sources.chat.audience", "everyone");
    Config config =
        new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(settings, "test", 300))
            .build();
    return ConfigFile.of(config);
  }

  private Receipt forget() throws Exception {
    return new Forgetting(config(), Clock.systemUTC()).forget(MALLORY, List.of(), _ -> {});
  }

  /** The rare words that stand in any file below a folder, whatever its form. */
  private static Set<String> wordsIn(Path folder) throws IOException {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        RARE.stream().filter(bytes::contains).forEach(found::add);
      }
    }
    return found;
  }

  private String held() {
    try (IndexEngine engine = House.engines().reading(House.indexFolder(config()));
        Snapshot snapshot = engine.snapshot()) {
      return snapshot.documents(new SourceId("chat")).stream()
          .map(doc -> snapshot.document(doc).orElseThrow().text())
          .collect(Collectors.joining("\n"));
    }
  }

  @Test
  void nothingIsLeftInAnyFileAndOthersStay() throws Exception {
    Runs.untilInStep(config());
    assertThat(wordsIn(data)).isNotEmpty();
    Receipt receipt = forget();
    assertThat(wordsIn(data)).isEmpty();
    assertThat(held()).contains("swap the fan of rack 499").doesNotContain("hums");
    assertThat(receipt.changed()).isPositive();
    assertThat(receipt.unread()).isEmpty();
    assertThat(receipt.after()).isNotEqualTo(receipt.before());
  }

  @Test
  void neitherANewLookNorARebuildNorARestoreBringsThemBack() throws Exception {
    Runs.untilInStep(config());
    Path backup = temporary.resolve("backup");
    House.engines().backUp(House.indexFolder(config()), backup);
    forget();
    Files.writeString(
        room,
        line(2000, "mallory", "The quokkaborough is back.") + "\n",
        StandardOpenOption.APPEND);
    Runs.untilInStep(config());
    assertThat(wordsIn(data)).isEmpty();

    Files.move(House.indexFolder(config()), temporary.resolve("lost"));
    Runs.untilInStep(config());
    assertThat(wordsIn(data)).isEmpty();

    Files.move(House.indexFolder(config()), temporary.resolve("lost again"));
    House.engines().restore(backup, House.indexFolder(config()));
    Runs.untilInStep(config());
    assertThat(held()).contains("swap the fan").doesNotContain("hums");
  }

  @Test
  void theListSaysNothingOfWhoIsOnItAndComesAlongWithABackup() throws Exception {
    ForgottenFile.add(data, Set.of(MALLORY));
    assertThat(wordsIn(data)).isEmpty();
    assertThat(Files.readString(data.resolve("forgotten"))).doesNotContain("mallory");
    Path other = temporary.resolve("other");
    ForgottenFile.add(other, Set.of(Identity.email("li@example.org")));
    ForgottenFile.bring(data, other);
    assertThat(ForgottenFile.in(other).has(MALLORY)).isTrue();
    assertThat(ForgottenFile.in(other).has(Identity.email("li@example.org"))).isTrue();
    assertThat(ForgottenFile.in(other).has(new Identity("chat", "bo"))).isFalse();
  }
}

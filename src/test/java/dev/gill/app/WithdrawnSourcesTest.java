package dev.gill.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.app.config.ConfigFile;
import dev.gill.app.config.GillConfig;
import dev.gill.app.config.Sources;
import dev.gill.app.house.House;
import dev.gill.index.IndexEngine;
import dev.gill.index.Snapshot;
import dev.gill.index.SourceLedger;
import dev.gill.lab.Rebuild;
import dev.gill.lab.Verification;
import dev.gill.model.Answer;
import dev.gill.model.DocId;
import dev.gill.model.Question;
import dev.gill.model.Reader;
import dev.gill.model.SourceId;
import dev.gill.parse.formats.Formats;
import dev.gill.sync.SourceStatus;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gill is started with one configuration and then with another, over the real wiring. */
@Tag("slow")
class WithdrawnSourcesTest {
  private static final SourceId SAMPLE = new SourceId("sample");
  private static final SourceId OURS = new SourceId("ours");
  private static final String BACKUPS = "How long do we keep database backups?";
  private static final String PARROT = "What is the office parrot fed with?";

  @TempDir private Path temporary;
  private Path ours;

  @BeforeEach
  void writeDocuments() throws Exception {
    ours = Files.createDirectory(temporary.resolve("ours"));
    Files.writeString(
        ours.resolve("parrot.md"),
        "# The office parrot\n\nThe office parrot is fed with sunflower seeds at noon.\n");
    Files.writeString(ours.resolve("broken.pdf"), "no PDF at all");
  }

  @Test
  void fromTheSampleTeamToOnesOwnAndBack() throws Exception {
    GillConfig sample = config(Map.of());
    GillConfig own = config(folder("ours", ours));
    try (House house = started(sample)) {
      assertThat(answer(house, BACKUPS)).contains("35 days");
    }

    try (House house = House.open(own, Clock.systemUTC())) {
      assertThat(answer(house, BACKUPS)).isEmpty();
      assertNothingOf(SAMPLE, house);
      assertThat(house.foundIndex()).isFalse();

      house.breathing().breatheOnce();
      assertThat(answer(house, BACKUPS)).isEmpty();
      assertThat(answer(house, PARROT)).contains("sunflower seeds");
      assertThat(ledger(house, OURS).failures()).hasSize(1);
      assertNothingOf(SAMPLE, house);
      assertVerified(own, house);
    }

    try (House house = House.open(sample, Clock.systemUTC())) {
      assertThat(answer(house, PARROT)).isEmpty();
      assertNothingOf(OURS, house);
      house.breathing().breatheOnce();
      assertThat(answer(house, BACKUPS)).contains("35 days");
      assertVerified(sample, house);
    }
  }

  @Test
  void aSourceUnderAnotherNameIsNotEmbeddedAnew() throws Exception {
    started(config(Map.of())).close();
    GillConfig renamed = config(folder("handbook", Path.of("config", "sample-team")));
    try (House house = started(renamed)) {
      SourceStatus status = house.breathing().sources().getFirst();
      assertThat(status.embedded()).isZero();
      assertThat(status.reused()).isEqualTo(status.chunks()).isPositive();
      assertThat(answer(house, BACKUPS)).contains("35 days");
      assertNothingOf(SAMPLE, house);
      assertVerified(renamed, house);
    }
  }

  @Test
  void aSourceThatChangesItsTypeIsReadWhole() throws Exception {
    GillConfig folder = config(folder("ours", ours));
    Path repository = temporary.resolve("repository");
    try (Git git = Git.init().setDirectory(repository.toFile()).call()) {
      Files.writeString(
          repository.resolve("cat.md"), "# The cat\n\nThe office cat sleeps on the printer.\n");
      Files.copy(ours.resolve("parrot.md"), repository.resolve("parrot.md"));
      git.add().addFilepattern(".").call();
      git.commit()
          .setAuthor("Ada", "ada@example.com")
          .setCommitter("Ada", "ada@example.com")
          .setSign(false)
          .setMessage("Pets")
          .call();
    }
    GillConfig asGit =
        config(Map.of("gill.sources.ours.type", "git", "gill.sources.ours.path", text(repository)));
    started(folder).close();

    for (GillConfig next : new GillConfig[] {asGit, folder}) {
      try (House house = started(next)) {
        SourceStatus status = house.breathing().sources().getFirst();
        assertThat(status.state()).isEqualTo(SourceStatus.State.IN_STEP);
        assertThat(answer(house, PARROT)).contains("sunflower seeds");
        assertVerified(next, house);
      }
    }
  }

  private GillConfig config(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("gill.data", text(temporary.resolve("data")));
    Config config =
        new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(all, "test", 300))
            .build();
    return ConfigFile.of(config);
  }

  private static Map<String, String> folder(String name, Path path) {
    return Map.of(
        "gill.sources." + name + ".type", "folder", "gill.sources." + name + ".path", text(path));
  }

  private static String text(Path path) {
    return path.toString().replace('\\', '/');
  }

  private static House started(GillConfig config) throws InterruptedException {
    House house = House.open(config, Clock.systemUTC());
    house.breathing().breatheOnce();
    return house;
  }

  private static String answer(House house, String question) throws InterruptedException {
    return house.answerer().answer(new Question(question, Reader.anyone()))
            instanceof Answer.Grounded grounded
        ? grounded.text()
        : "";
  }

  private static SourceLedger ledger(House house, SourceId source) {
    try (Snapshot snapshot = house.engine().snapshot()) {
      return snapshot.ledger(source);
    }
  }

  private static void assertNothingOf(SourceId source, House house) throws InterruptedException {
    assertThat(ledger(house, source)).isEqualTo(SourceLedger.empty());
    assertThat(house.breathing().inStepAt(source)).isEmpty();
    try (Snapshot snapshot = house.engine().snapshot()) {
      assertThat(snapshot.sources()).doesNotContain(source);
      assertThat(snapshot.document(new DocId(source, "onboarding.md"))).isEmpty();
      assertThat(snapshot.document(new DocId(source, "parrot.md"))).isEmpty();
    }
    assertThat(house.answerer().search(new Question(BACKUPS, Reader.anyone()), 10))
        .noneMatch(found -> found.passage().doc().source().equals(source));
  }

  private static void assertVerified(GillConfig config, House house) throws InterruptedException {
    try (IndexEngine rebuilt =
            Rebuild.of(
                new Sources(config, Clock.systemUTC()).followed(),
                new Formats(),
                Formats.RECIPE,
                house.embedders(),
                Clock.systemUTC());
        Snapshot left = house.engine().snapshot();
        Snapshot right = rebuilt.snapshot()) {
      Verification verification = Verification.of(left, right, house.embedders().spaces());
      assertThat(verification.differences()).isEmpty();
    }
  }
}

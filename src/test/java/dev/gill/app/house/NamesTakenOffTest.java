package dev.gill.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.app.config.ConfigFile;
import dev.gill.app.config.ForgottenFile;
import dev.gill.app.config.GillConfig;
import dev.gill.app.config.Sources;
import dev.gill.app.house.Forgetting.Receipt;
import dev.gill.embed.Embedders;
import dev.gill.index.IndexEngine;
import dev.gill.index.Snapshot;
import dev.gill.lab.Rebuild;
import dev.gill.lab.SelfChanging;
import dev.gill.lab.Verification;
import dev.gill.model.DocId;
import dev.gill.model.Identity;
import dev.gill.model.SourceId;
import dev.gill.parse.formats.Formats;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody who wrote the team's pages wants their name off them. */
@Tag("slow")
final class NamesTakenOffTest {
  private static final SourceId PAGES = new SourceId("pages");
  private static final Identity LI = Identity.email("li@example.org");

  @TempDir Path temporary;
  private Path repository;
  private Path data;

  @BeforeEach
  void writeThePages() throws Exception {
    data = temporary.resolve("data");
    repository = temporary.resolve("repository");
    try (Git git = Git.init().setDirectory(repository.toFile()).setInitialBranch("main").call()) {
      write(git, "backups.md", "# Backups\n\nBackups are kept for 35 days.\n", "Li Quokkaborough");
      write(git, "rota.md", "# Rota\n\nThe rota changes on Monday at nine.\n", "Bo Berg");
    }
  }

  private void write(Git git, String path, String text, String author) throws Exception {
    Files.writeString(repository.resolve(path), text);
    git.add().addFilepattern(path).call();
    git.commit()
        .setMessage("Write " + path)
        .setAuthor(author, "somebody@example.org")
        .setCommitter(author, "somebody@example.org")
        .setSign(false)
        .call();
  }

  private GillConfig config() {
    Map<String, String> settings =
        Map.of(
            "gill.data",
            data.toString(),
            "gill.sources.pages.type",
            "git",
            "gill.sources.pages.url",
            repository.toUri().toString(),
            "gill.sources.pages.audience",
            "everyone");
    Config config =
        new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(settings, "test", 300))
            .build();
    return ConfigFile.of(config);
  }

  private Receipt forget() throws Exception {
    return new Forgetting(config(), Clock.systemUTC())
        .forget(LI, List.of("li quokkaborough"), _ -> {});
  }

  private String author(String path) {
    try (IndexEngine engine = House.engines().reading(House.indexFolder(config()));
        Snapshot snapshot = engine.snapshot()) {
      return snapshot.document(new DocId(PAGES, path)).orElseThrow().head().origin().author();
    }
  }

  private boolean isInAFileOfTheIndex() throws IOException {
    try (Stream<Path> files = Files.walk(House.indexFolder(config()))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (Files.readString(file, StandardCharsets.ISO_8859_1).contains("Quokkaborough")) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void thePageStaysAndTheNameGoesFromEveryFileOfTheIndex() throws Exception {
    Runs.untilInStep(config());
    assertThat(author("backups.md")).isEqualTo("Li Quokkaborough");
    Receipt receipt = forget();
    assertThat(author("backups.md")).isEmpty();
    assertThat(author("rota.md")).isEqualTo("Bo Berg");
    assertThat(isInAFileOfTheIndex()).isFalse();
    assertThat(receipt.changed()).isEqualTo(1);
    assertThat(receipt.gone()).isZero();
    assertThat(Files.readString(data.resolve("forgotten"))).doesNotContainIgnoringCase("quokka");
  }

  @Test
  void neitherAnEditNorARebuildNorARestoreBringsItBack() throws Exception {
    Runs.untilInStep(config());
    Path backup = temporary.resolve("backup");
    House.engines().backUp(House.indexFolder(config()), backup);
    ForgottenFile.bring(data, backup);
    forget();
    try (Git git = Git.open(repository.toFile())) {
      write(git, "backups.md", "# Backups\n\nBackups are kept for 42 days.\n", "Li Quokkaborough");
    }
    Runs.untilInStep(config());
    assertThat(author("backups.md")).isEmpty();

    Files.move(House.indexFolder(config()), temporary.resolve("lost"));
    Runs.untilInStep(config());
    assertThat(author("backups.md")).isEmpty();

    Files.move(House.indexFolder(config()), temporary.resolve("lost again"));
    House.engines().restore(backup, House.indexFolder(config()));
    Runs.untilInStep(config());
    assertThat(author("backups.md")).isEmpty();
  }

  @Test
  void aRebuildAgrees() throws Exception {
    Runs.untilInStep(config());
    forget();
    Sources sources = new Sources(config(), Clock.systemUTC());
    try (Embedders embedders = House.embedders(config());
        IndexEngine index = House.engines().reading(House.indexFolder(config()));
        IndexEngine rebuilt =
            Rebuild.of(
                sources.followed(),
                new Formats(),
                Formats.RECIPE,
                sources.discretion(),
                embedders,
                Clock.systemUTC());
        SelfChanging changing = new SelfChanging(sources.followed());
        Snapshot left = index.snapshot();
        Snapshot right = rebuilt.snapshot()) {
      assertThat(Verification.of(left, right, embedders.spaces(), changing).agrees()).isTrue();
    }
  }
}

package dev.gill.app.house;

import static dev.gill.app.house.Faults.inStep;
import static dev.gill.app.house.Faults.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.app.house.Faults.Damage;
import dev.gill.index.Soundness;
import dev.gill.model.Check;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is lost of an index is read from the sources again, by itself. */
@Tag("slow")
@Timeout(600)
class IndexFaultTest {
  @TempDir private Path folder;
  private Team team;

  @BeforeEach
  void settle() throws Exception {
    team = Faults.settled(new Team(folder));
  }

  private Path segments() throws Exception {
    return Faults.files(team.index()).stream()
        .filter(file -> file.getFileName().toString().startsWith("segments"))
        .findFirst()
        .orElseThrow();
  }

  private static void mended(House house) {
    soon()
        .until(
            () ->
                house.monitor().rebuilding().isEmpty()
                    && house.engine().inspect(true) == Soundness.WHOLE);
    inStep(house);
  }

  @ParameterizedTest
  @EnumSource
  void whatHappensToAFileWhileGillIsStopped(Damage damage) throws Exception {
    damage.to(Faults.largest(team.index()));
    try (House house = Faults.started(team)) {
      mended(house);
      Faults.verify(team, house);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatHappensToTheListOfFiles(Damage damage) throws Exception {
    damage.to(segments());
    try (House house = Faults.started(team)) {
      mended(house);
      Faults.verify(team, house);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FLIPPED", "DELETED"})
  void whatHappensToAFileWhileGillRuns(Damage damage) throws Exception {
    try (House house = Faults.started(team)) {
      inStep(house);
      Path before = team.index();
      damage.to(Faults.largest(before));
      damage.to(segments());
      soon().until(() -> !team.index().equals(before));
      mended(house);
      Faults.verify(team, house);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aFolderThatSomebodyDeletesIsBuiltAnewWhileAnswersGoOn(boolean edited) throws Exception {
    try (House house = Faults.started(team)) {
      inStep(house);
      for (int times = 0; times < 2; times++) {
        Path before = team.index();
        IndexFolders.delete(before);
        if (edited) {
          team.write("page003.md", "subject003", "is kept in box " + times);
        }
        assertThat(Team.found(house, "Where is subject005?")).isNotEmpty();
        soon().until(() -> team.index().toFile().exists() && !team.index().equals(before));
        soon().until(() -> house.monitor().rebuilding().isEmpty());
        assertThat(house.engine().check()).isEqualTo(new Check.Ok());
        Faults.verify(team, house);
      }
    }
    try (House house = Faults.started(team)) {
      assertThat(house.foundIndex()).isTrue();
      Faults.verify(team, house);
    }
  }

  @Test
  void nothingIsEmbeddedAnewOfAnIndexThatWasDeleted() throws Exception {
    GatedEmbedder english = Team.model("en");
    try (House house = team.open(english, Team.model("zh"))) {
      house.start(breath -> {});
      inStep(house);
      IndexFolders.delete(team.index());
      soon().until(() -> team.index().endsWith("index-2"));
      soon().until(() -> house.monitor().rebuilding().isEmpty());
      assertThat(english.passages()).isZero();
      Faults.verify(team, house);
    }
  }
}

package dev.gill.app.house;

import static dev.gill.app.house.Faults.inStep;
import static dev.gill.app.house.Faults.soon;
import static dev.gill.app.house.Faults.standing;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A clock that jumps, and a repository that is damaged under a running Gill. */
@Tag("slow")
@Timeout(600)
class SourceFaultTest {
  @TempDir private Path folder;

  @Test
  void aClockThatIsSetForwardAndBack() throws Exception {
    AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    Team team =
        Faults.settled(
            new Team(folder, folder.resolve("data"), () -> Instant.now().plus(ahead.get())));
    try (House house = Faults.started(team)) {
      inStep(house);
      for (Duration set : new Duration[] {Duration.ofDays(1), Duration.ofDays(-1), Duration.ZERO}) {
        ahead.set(set);
        team.write("page003.md", "subject003", "is kept in box " + set);
        soon()
            .until(
                () ->
                    Team.found(house, "Where is subject003?").stream()
                        .anyMatch(text -> text.contains("box " + set)));
        house.breathing().lookNow(Team.WIKI);
        inStep(house);
        Faults.verify(team, house);
        team.write("page017.md", "subject017", "is back on its shelf");
      }
    }
  }

  @Test
  void aRepositoryThatIsDamagedAndMended() throws Exception {
    Team team = new Team(folder, folder.resolve("data"), Clock.systemUTC());
    team.writeMany(Faults.PAGES);
    team.follow(team.docs());
    try (Git git = Git.init().setDirectory(team.docs().toFile()).call()) {
      commit(git);
      try (House house = Faults.started(team)) {
        inStep(house);
        Path objects = team.docs().resolve(".git/objects");
        Path away = team.docs().resolve(".git/objects-away");
        Files.move(objects, away);
        Files.createDirectory(objects);
        assertThat(standing(house)).doesNotContain("Exception").endsWith(".");
        assertThat(Team.found(house, "Where is subject003?"))
            .anyMatch(text -> text.contains("shelf 3"));
        Files.delete(objects);
        Files.move(away, objects);
        inStep(house);

        Path branch = team.docs().resolve(".git").resolve(git.getRepository().getFullBranch());
        String right = Files.readString(branch);
        Files.writeString(branch, "0123456789012345678901234567890123456789\n");
        assertThat(standing(house)).doesNotContain("Exception").endsWith(".");
        Files.writeString(branch, right);
        inStep(house);

        team.write("page003.md", "subject003", "is kept in the attic");
        Faults.verify(team, house, () -> commit(git));
        assertThat(Team.found(house, "Where is subject003?"))
            .anyMatch(text -> text.contains("attic"));
      }
    }
  }

  private static void commit(Git git) throws Exception {
    git.add().addFilepattern(".").call();
    git.commit()
        .setAuthor("Ada", "ada@example.com")
        .setCommitter("Ada", "ada@example.com")
        .setSign(false)
        .setMessage("Pages")
        .call();
  }
}

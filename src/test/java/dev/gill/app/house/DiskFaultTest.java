package dev.gill.app.house;

import static dev.gill.app.house.Faults.inStep;
import static dev.gill.app.house.Faults.soon;
import static dev.gill.app.house.Faults.standing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.SmallDisk;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full is said to be, answers go on, and with room all goes on. */
@Tag("slow")
@Timeout(600)
class DiskFaultTest {
  private static final String FULL = "No space left on device";

  @TempDir private Path folder;

  private Team on(SmallDisk disk) throws Exception {
    return new Team(folder, disk.folder().resolve("data"), Clock.systemUTC());
  }

  @Test
  void fullDuringTheFirstPass() throws Exception {
    try (SmallDisk disk = new SmallDisk(folder.resolve("disk"), "16m")) {
      Team team = on(disk);
      team.writeMany(1_000);
      disk.fill(200_000);
      try (House house = Faults.started(team)) {
        assertThat(standing(house)).contains(FULL, "check that the disk has room");
        disk.empty();
        inStep(house);
        Faults.verify(team, house);
      }
    }
  }

  @Test
  void fullDuringAnEdit() throws Exception {
    try (SmallDisk disk = new SmallDisk(folder.resolve("disk"), "16m")) {
      Team team = Faults.settled(on(disk));
      try (House house = Faults.started(team)) {
        inStep(house);
        disk.fill(0);
        team.write("page003.md", "subject003", "is kept in the attic");
        assertThat(standing(house)).contains(FULL, "check that the disk has room");
        assertThat(Team.found(house, "Where is subject003?"))
            .anyMatch(text -> text.contains("shelf 3"));
        disk.empty();
        soon()
            .until(
                () ->
                    Team.found(house, "Where is subject003?").stream()
                        .anyMatch(text -> text.contains("attic")));
        Faults.verify(team, house);
      }
    }
  }

  /** Room for what edits write, and not for all of it once more, as merging takes. */
  @Test
  void fullDuringAMerge() throws Exception {
    try (SmallDisk disk = new SmallDisk(folder.resolve("disk"), "16m")) {
      Team team = Faults.settled(on(disk));
      try (House house = Faults.started(team)) {
        inStep(house);
        for (int round = 0; round < 12; round++) {
          disk.fill(60_000);
          String said = "is kept in box " + round;
          for (int page = 0; page < 20; page++) {
            team.write("page%03d.md".formatted(page), "subject%03d".formatted(page), said);
          }
          house.breathing().lookNow(Team.WIKI);
          soon()
              .until(
                  () ->
                      Team.status(house).trouble().isPresent()
                          || Team.found(house, "Where is subject003?").stream()
                              .anyMatch(text -> text.contains(said)));
        }
        disk.empty();
        Faults.verify(team, house);
      }
    }
  }
}

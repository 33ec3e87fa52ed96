package dev.gill.app.house;

import static dev.gill.app.house.Faults.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.sync.SourceStatus;
import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many files, and one that is large. {@code -Dgill.fault.files=50000} and {@code
 * -Dgill.fault.megabytes=60} take as many as a bad day brings; then what it took is printed.
 */
@Tag("slow")
@Timeout(3_600)
class SizeFaultTest {
  private static final Optional<Integer> FILES =
      Optional.ofNullable(Integer.getInteger("gill.fault.files"));
  private static final Optional<Integer> MEGABYTES =
      Optional.ofNullable(Integer.getInteger("gill.fault.megabytes"));
  private static final int FEW = 1_000;
  private static final int SMALL = 1;

  /** So many characters a document may have. */
  private static final int MOST = 10_000_000;

  @TempDir private Path folder;

  private static void inStep(House house) {
    soon()
        .atMost(Duration.ofMinutes(40))
        .until(() -> Team.status(house).state() == SourceStatus.State.IN_STEP);
  }

  private static void report(String what, Instant begun) {
    if (FILES.isPresent() || MEGABYTES.isPresent()) {
      long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
      System.out.printf(
          "%s: %d ms, %d MB of heap in use%n",
          what, Duration.between(begun, Instant.now()).toMillis(), used >> 20);
    }
  }

  @Test
  void manySmallFiles() throws Exception {
    int files = FILES.orElse(FEW);
    Team team = new Team(folder);
    team.writeMany(files);
    Instant begun = Instant.now();
    try (House house = Faults.started(team)) {
      inStep(house);
      report(files + " files, first pass", begun);
      assertThat(Team.status(house).documents()).isEqualTo(files);
      begun = Instant.now();
      team.write("page003.md", "subject003", "is kept in the attic");
      soon()
          .until(
              () ->
                  Team.found(house, "subject003 attic").stream()
                      .anyMatch(text -> text.contains("attic")));
      report("an edit among them", begun);
      begun = Instant.now();
      house.breathing().lookNow(Team.WIKI);
      inStep(house);
      report("a look at all", begun);
      Faults.verify(team, house);
    }
  }

  @Test
  void oneLargeFile() throws Exception {
    int bytes = MEGABYTES.orElse(SMALL) * 1_000_000;
    Team team = new Team(folder);
    team.writeMany(Faults.PAGES);
    try (BufferedWriter out = Files.newBufferedWriter(team.docs().resolve("large.md"))) {
      for (int written = 0, line = 0; written < bytes; line++) {
        String said =
            "# Part %d\n\nThe part with the number part%d lies on shelf %d.\n\n"
                .formatted(line, line, line);
        out.write(said);
        written += said.length();
      }
    }
    Instant begun = Instant.now();
    try (House house = Faults.started(team)) {
      inStep(house);
      report(bytes / 1_000_000 + " MB in one file, first pass", begun);
      if (bytes < MOST) {
        assertThat(Team.status(house).failures()).isEmpty();
        assertThat(Team.found(house, "part1234")).anyMatch(text -> text.contains("shelf 1234"));
      } else {
        assertThat(Team.status(house).failures())
            .singleElement()
            .satisfies(failure -> assertThat(failure.cause()).endsWith("of text; split it."));
      }
      assertThat(Team.status(house).documents()).isGreaterThanOrEqualTo(Faults.PAGES);
      Faults.verify(team, house);
    }
  }
}

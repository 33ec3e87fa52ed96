package dev.gill.app.house;

import static dev.gill.app.house.Faults.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.SmallDisk;
import dev.gill.app.house.Faults.Damage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that is stopped, or short of what the system gives it. {@code -Dgill.fault.stopped=60}
 * stops it for so many seconds.
 */
@Tag("slow")
@Timeout(600)
@EnabledOnOs(OS.LINUX)
class ProcessFaultTest {
  private static final int STOPPED = Integer.getInteger("gill.fault.stopped", 3);

  @TempDir private Path folder;
  private Team team;

  @BeforeEach
  void writePages() throws Exception {
    team = new Team(folder, folder.resolve("data"), Clock.systemUTC());
    team.writeMany(Faults.PAGES);
  }

  @Test
  void stoppedForAWhile() throws Exception {
    try (Life life = new Life(List.of(), List.of("-Xmx256m"))) {
      life.inStep();
      life.signal("STOP");
      team.write("page003.md", "subject003", "is kept in the attic");
      assertThat(life.process.waitFor(STOPPED, TimeUnit.SECONDS)).isFalse();
      life.signal("CONT");
      life.finds("Where is subject003?", "attic");
      life.verify();
    }
  }

  @Test
  void noFileCanBeOpened() throws Exception {
    try (Life life = new Life(List.of("sh", "-c", "ulimit -n 1024; exec \"$@\"", "-"), List.of())) {
      life.inStep();
      life.verify();
      assertThat(life.ask("occupy")).startsWith("occupied");
      team.write("page003.md", "subject003", "is kept in the attic");
      soon().until(() -> life.ask("status").contains("Too many open files"));
      assertThat(life.ask("status")).contains("raise the limit (ulimit -n)");
      assertThat(life.ask("Where is subject005?")).contains("shelf 5");
      life.ask("free");
      life.finds("Where is subject003?", "attic");
      life.verify();
    }
  }

  @Test
  void oneDocumentThatTakesMoreMemoryThanThereIs() throws Exception {
    try (var out = Files.newBufferedWriter(team.docs().resolve("page100-heavy.md"))) {
      for (int line = 0; line < 400_000; line++) {
        out.write(
            "Row %d of the heavy list says what nobody will ever read again.\n".formatted(line));
      }
    }
    try (Life life = new Life(List.of(), List.of("-Xmx96m"))) {
      life.inStep();
      assertThat(life.ask("status"))
          .contains(" " + Faults.PAGES + " ", "takes more memory than Gill has");
      life.finds("Where is subject199?", "shelf 199");
      Files.delete(team.docs().resolve("page100-heavy.md"));
      life.verify();
    }
  }

  @Test
  void noRoomForTemporaryFiles() throws Exception {
    try (Stream<Path> formats = Files.list(Path.of("src/test/resources/formats"))) {
      for (Path file : formats.filter(Files::isRegularFile).toList()) {
        Files.copy(file, team.docs().resolve(file.getFileName()));
      }
    }
    String usual;
    try (Life life = new Life(List.of(), List.of("-Xmx512m"))) {
      life.inStep();
      usual = life.ask("status").replaceAll("at=[^,\\]]*", "");
    }
    IndexFolders.delete(folder.resolve("data"));
    try (SmallDisk disk = new SmallDisk(folder.resolve("temporary"), "1m")) {
      disk.fill(0);
      try (Life life =
          new Life(List.of(), List.of("-Xmx512m", "-Djava.io.tmpdir=" + disk.folder()))) {
        life.inStep();
        assertThat(life.ask("status").replaceAll("at=[^,\\]]*", "")).isEqualTo(usual);
        life.verify();
      }
    }
  }

  @Test
  void noFileEventsAreLeft() throws Exception {
    String none = "echo 0 > /proc/sys/user/max_inotify_instances && exec \"$@\"";
    List<String> within = List.of("unshare", "--user", "--map-root-user", "sh", "-c", none, "-");
    boolean possible = run(Stream.concat(within.stream(), Stream.of("true")).toList());
    Assumptions.assumeTrue(
        possible, "SKIPPED: no user namespace can be made here, so file events were not used up");
    try (Life life = new Life(within, List.of())) {
      life.inStep();
      team.write("page003.md", "subject003", "is kept in the attic");
      life.verify();
      life.finds("Where is subject003?", "attic");
    }
    assertThat(folder.resolve("said")).content().contains("No file events for");
  }

  /** What is mapped to memory and cut short may end the process; then the next one mends it. */
  @Test
  void theFilesOfTheIndexAreCutShortUnderIt() throws Exception {
    try (Life life = new Life(List.of(), List.of())) {
      life.inStep();
      for (Path file : Faults.files(team.index())) {
        if (Files.exists(file)) { // what was merged just now goes by itself
          Damage.TRUNCATED.to(file);
        }
      }
      soon().until(() -> !life.process.isAlive() || team.index().endsWith("index-2"));
      if (life.process.isAlive()) {
        life.verify();
      }
    }
    try (Life life = new Life(List.of(), List.of())) {
      life.verify();
    }
  }

  private static boolean run(List<String> command) throws IOException, InterruptedException {
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** One life of the process. */
  private final class Life implements AutoCloseable {
    private final Process process;
    private final BufferedReader said;
    private final Writer asked;

    Life(List<String> within, List<String> flags) throws IOException {
      List<String> line = new ArrayList<>(within);
      line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      line.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
      line.addAll(List.of("--add-modules", "jdk.incubator.vector"));
      line.add("--enable-native-access=ALL-UNNAMED");
      line.addAll(flags);
      String path =
          System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
      line.addAll(List.of("-cp", path, FaultVictim.class.getName(), folder.toString()));
      process =
          new ProcessBuilder(line)
              .redirectError(ProcessBuilder.Redirect.appendTo(folder.resolve("said").toFile()))
              .start();
      said = process.inputReader(StandardCharsets.UTF_8);
      asked = process.outputWriter(StandardCharsets.UTF_8);
      assertThat(said.lines().anyMatch("open"::equals)).as("it started").isTrue();
    }

    String ask(String what) throws IOException {
      asked.write(what + "\n");
      asked.flush();
      return said.readLine();
    }

    void inStep() {
      soon().until(() -> ask("status").startsWith("IN_STEP"));
    }

    void finds(String question, String text) {
      soon().until(() -> ask(question).contains(text));
    }

    void verify() throws IOException {
      assertThat(ask("verify")).isEqualTo("verified");
    }

    void signal(String name) throws IOException, InterruptedException {
      assertThat(run(List.of("kill", "-" + name, Long.toString(process.pid())))).isTrue();
    }

    @Override
    public void close() {
      process.destroyForcibly().onExit().join();
    }
  }
}

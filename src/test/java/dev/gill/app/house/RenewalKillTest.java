package dev.gill.app.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gill.index.IndexEngine;
import dev.gill.index.Snapshot;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kill -9 at random moments of building a new index beside the one in use: whichever is in use
 * afterwards holds every document, and the next start ends what was begun. {@code
 * -Dgill.kill.kills=20} says how often; then what was found is printed.
 */
@Tag("slow")
class RenewalKillTest {
  private static final int KILLS = Integer.getInteger("gill.kill.kills", 6);
  private static final int PAGES = 300;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path folder;
  private final Random moments = new Random(2026);

  @Test
  @Timeout(1_800)
  void anIndexIsInUseAfterEveryKill() throws Exception {
    Team team = new Team(folder);
    team.writeMany(PAGES);
    try (House house = team.open(Team.model("old"), Team.model("zh"))) {
      house.breathing().breatheOnce();
    }
    Path former = folder.resolve("former");
    House.engines().backUp(team.data().resolve("index"), former);
    Duration whole = wholeTime();
    List<String> found = new ArrayList<>();
    for (int kill = 0; kill < KILLS; kill++) {
      IndexFolders.delete(team.data());
      Files.createDirectories(team.data());
      House.engines().restore(former, team.data().resolve("index"));
      team.write("page007.md", "subject007", "has moved to room " + kill);
      try (Life life = new Life()) {
        life.await("open");
        life.awaitWithin("never", whole.multipliedBy(moments.nextInt(120)).dividedBy(100));
        life.kill();
      }
      found.add(look(team) + " after kill " + kill);
      end(team, kill);
    }
    if (System.getProperty("gill.kill.kills") != null) {
      found.forEach(System.out::println);
    }
  }

  private Duration wholeTime() throws Exception {
    try (Life life = new Life()) {
      life.await("open");
      long begun = System.nanoTime();
      life.await("swapped");
      return Duration.ofNanos(System.nanoTime() - begun);
    }
  }

  /** What is in use holds all documents, whichever index it is. */
  private static String look(Team team) throws IOException {
    IndexFolders folders = new IndexFolders(team.data());
    try (IndexEngine engine = House.engines().reading(folders.current());
        Snapshot snapshot = engine.snapshot()) {
      assertThat(snapshot.documents(Team.WIKI)).hasSize(PAGES);
    }
    long filled = House.engines().spaces(folders.next()).isEmpty() ? 0 : documents(folders.next());
    boolean left = Files.exists(team.data().resolve("index"));
    return "%s in use, %d documents in the next, the first %s"
        .formatted(folders.current().getFileName(), filled, left ? "there" : "gone");
  }

  private static long documents(Path index) {
    try (IndexEngine engine = House.engines().reading(index);
        Snapshot snapshot = engine.snapshot()) {
      return snapshot.documents(Team.WIKI).size();
    }
  }

  private static void end(Team team, int kill) throws Exception {
    team.keep("old");
    try (House house = team.open(Team.model("new"), Team.model("zh"))) {
      assertThat(Team.found(house, "Where is subject017?")).isNotEmpty();
      house.start(breath -> {});
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(5))
          .until(
              () ->
                  house.monitor().rebuilding().isEmpty()
                      && Team.found(house, "Where is subject007?").stream()
                          .anyMatch(text -> text.contains("room " + kill)));
      assertThat(team.differences(house)).isEmpty();
    }
    try (Stream<Path> left = Files.list(team.data())) {
      assertThat(left.map(each -> each.getFileName().toString()))
          .containsExactlyInAnyOrder("index-2", "index.current");
    }
  }

  /** One life of the process. */
  private final class Life implements AutoCloseable {
    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    Life() throws IOException {
      this.process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx512m",
                  "-XX:TieredStopAtLevel=1",
                  "--add-modules",
                  "jdk.incubator.vector",
                  "--enable-native-access=ALL-UNNAMED",
                  "-cp",
                  System.getProperty(
                      "surefire.test.class.path", System.getProperty("java.class.path")),
                  RenewalVictim.class.getName(),
                  folder.toString())
              .redirectError(folder.resolve("said").toFile())
              .start();
      Thread.ofPlatform().daemon().start(this::listen);
    }

    private void listen() {
      try (BufferedReader said = process.inputReader()) {
        said.lines().forEach(lines::add);
      } catch (IOException | UncheckedIOException e) {
        lines.add("gone");
      }
    }

    void await(String line) throws Exception {
      assertThat(awaitWithin(line, PATIENCE))
          .as(() -> "awaiting %s; it said %s".formatted(line, complaints()))
          .isTrue();
    }

    boolean awaitWithin(String line, Duration time) throws InterruptedException {
      long end = System.nanoTime() + time.toNanos();
      for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
        Optional<String> next = Optional.ofNullable(lines.poll(left, TimeUnit.NANOSECONDS));
        if (next.isPresent() && next.get().equals(line)) {
          return true;
        }
      }
      return false;
    }

    private String complaints() {
      try {
        return Files.readString(folder.resolve("said"));
      } catch (IOException e) {
        return e.toString();
      }
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
      assertThat(process.isAlive()).as(this::complaints).isTrue();
      process.toHandle().destroyForcibly();
      process.waitFor();
    }

    @Override
    public void close() {
      process.toHandle().destroyForcibly();
      process.onExit().join();
    }
  }
}

package dev.gill.app.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gill.index.Soundness;
import dev.gill.model.Check;
import dev.gill.sync.SourceStatus;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;

/** What goes wrong on a bad day, and what must hold after it. */
final class Faults {
  static final int PAGES = 200;

  private Faults() {}

  /** So that no edit says what the one before it said. */
  private static final AtomicInteger TIMES = new AtomicInteger();

  static ConditionFactory soon() {
    return await().atMost(Duration.ofMinutes(4)).pollInterval(Duration.ofMillis(20));
  }

  /** A team whose documents are in the index, and nobody at work. */
  static Team settled(Team team) throws Exception {
    team.writeMany(PAGES);
    try (House house = open(team)) {
      house.breathing().breatheOnce();
    }
    return team;
  }

  static House open(Team team) {
    return team.open(Team.model("en"), Team.model("zh"));
  }

  static House started(Team team) {
    House house = open(team);
    house.start(breath -> {});
    return house;
  }

  static void inStep(House house) {
    soon().until(() -> Team.status(house).state() == SourceStatus.State.IN_STEP);
  }

  /** The sentence that is shown once the source stands still. */
  static String standing(House house) {
    soon().until(() -> Team.status(house).trouble().isPresent());
    return Team.status(house).trouble().orElseThrow().why();
  }

  /** What makes an edit one of the source, such as a commit. */
  interface Publication {
    void run() throws Exception;
  }

  /** An edit is found, the index is whole, and it is what a rebuild would hold. */
  static void verify(Team team, House house) throws Exception {
    verify(team, house, () -> {});
  }

  /** The same, of a source that knows an edit only once it is published. */
  static void verify(Team team, House house, Publication publication) throws Exception {
    String said = "has moved to the cellar, for time " + TIMES.incrementAndGet();
    team.write("page017.md", "subject017", said);
    publication.run();
    house.breathing().lookNow(Team.WIKI);
    soon()
        .until(
            () ->
                Team.found(house, "subject017 cellar").stream()
                    .anyMatch(text -> text.contains(said)));
    inStep(house);
    assertThat(team.differences(house)).isEmpty();
    assertThat(house.engine().inspect(true)).isEqualTo(Soundness.WHOLE);
    assertThat(house.engine().check()).isEqualTo(new Check.Ok());
    assertThat(Team.status(house).trouble()).isEmpty();
  }

  /** What somebody or something does to a file. */
  enum Damage {
    TRUNCATED,
    EMPTIED,
    FLIPPED,
    DELETED;

    void to(Path file) throws IOException {
      switch (this) {
        case TRUNCATED -> cut(file, Files.size(file) / 2);
        case EMPTIED -> cut(file, 0);
        case FLIPPED -> {
          try (FileChannel channel =
              FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var one = java.nio.ByteBuffer.allocate(1);
            long middle = channel.size() / 2;
            channel.read(one, middle);
            one.put(0, (byte) (one.get(0) ^ 0x10)).flip();
            channel.write(one, middle);
          }
        }
        case DELETED -> Files.delete(file);
      }
    }

    private static void cut(Path file, long length) throws IOException {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.truncate(length);
      }
    }
  }

  static List<Path> files(Path index) throws IOException {
    try (Stream<Path> files = Files.list(index)) {
      return files.filter(file -> !file.endsWith("write.lock")).sorted().toList();
    }
  }

  static Path largest(Path index) throws IOException {
    return files(index).stream().max(Comparator.comparing(file -> file.toFile().length())).get();
  }
}

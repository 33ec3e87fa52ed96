package dev.gill.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.embed.Embedders;
import dev.gill.index.IndexEngine;
import dev.gill.index.Snapshot;
import dev.gill.parse.formats.Formats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Kill -9 at random moments, while a first pass and while a history is followed: afterwards nothing
 * is lost, nothing doubled, and the index is what a rebuild would hold.
 *
 * <p>{@code -Dgill.kill.repository=PATH} takes a real repository, {@code -Dgill.kill.models=real}
 * the real models, {@code -Dgill.kill.kills=10} so many kills for each way and phase, {@code
 * -Dgill.kill.commits=60} that many commits to follow; then what was found is printed.
 */
@Tag("slow")
class KillTest {
  private static final Optional<String> REPOSITORY =
      Optional.ofNullable(System.getProperty("gill.kill.repository"));
  private static final boolean REAL = System.getProperty("gill.kill.models", "").equals("real");
  private static final int KILLS = Integer.getInteger("gill.kill.kills", 6);
  private static final int COMMITS = Integer.getInteger("gill.kill.commits", 60);
  private static final int DOCUMENTS = 150;

  private static String repository;

  private final Random moments = new Random(2026);

  @TempDir private Path folder;

  private ReplayedHistory history;

  @BeforeAll
  static void findRepository(@TempDir Path grown) throws Exception {
    repository = REPOSITORY.orElse(grown.toString());
    if (REPOSITORY.isEmpty()) {
      GrownRepository.grow(grown, 7, DOCUMENTS, COMMITS);
    }
  }

  @BeforeEach
  void cloneRepository() {
    history = ReplayedHistory.clone(repository, folder.resolve("team"), COMMITS);
  }

  @AfterEach
  void close() {
    history.close();
  }

  private KillSetup setup(Replay.Way way) {
    return new KillSetup(way, folder.resolve("team"), folder.resolve("index"), REAL);
  }

  private void move(Replay.Way way, RevCommit commit) {
    switch (way) {
      case GIT -> history.point(commit);
      case FOLDER -> history.checkOut(commit);
    }
  }

  @ParameterizedTest
  @EnumSource
  @Timeout(1_800)
  void a_first_pass_outlives_kills(Replay.Way way) throws Exception {
    KillSetup setup = setup(way);
    RevCommit start = history.commits().getFirst();
    move(way, start);
    long chunks = chunks(setup);
    try (Embedders models = setup.models()) {
      KillAftermath aftermath = new KillAftermath(setup, history, models);
      for (int kill = 0; kill < KILLS; kill++) {
        empty(setup.index());
        try (KillLife life = new KillLife(setup, Optional.empty(), folder.resolve("said"))) {
          if (kill % 2 == 0) {
            awaitEmbedded(life, 1 + moments.nextLong(chunks));
          } else {
            awaitCommit(life, 1 + moments.nextInt(3));
          }
          life.kill();
          report("first pass", way, life, aftermath.check(life, start));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  @Timeout(1_800)
  void a_replay_outlives_kills(Replay.Way way) throws Exception {
    KillSetup setup = setup(way);
    int at = 0;
    move(way, history.commits().getFirst());
    try (Embedders models = setup.models()) {
      KillAftermath aftermath = new KillAftermath(setup, history, models);
      aftermath.bringInStep();
      for (int kill = 0; kill < KILLS; kill++) {
        try (KillLife life = new KillLife(setup, aftermath.cursor(), folder.resolve("said"))) {
          life.awaitOpen();
          int left = history.commits().size() - 1 - at;
          int steps = kill == KILLS - 1 ? left : Math.min(left, left / (KILLS - kill) + 1);
          for (int step = 0; step < steps; step++) {
            move(way, history.commits().get(++at));
            life.live(Duration.ofMillis(moments.nextInt(REAL ? 400 : 100)));
          }
          life.kill();
          report("replay", way, life, aftermath.check(life, history.commits().get(at)));
        }
      }
    }
    assertThat(at).isEqualTo(history.commits().size() - 1);
  }

  private static long chunks(KillSetup setup) throws InterruptedException {
    try (Embedders models = setup.models();
        IndexEngine rebuilt =
            Rebuild.of(
                List.of(setup.followed()),
                new Formats(),
                Formats.RECIPE,
                models,
                Clock.systemUTC());
        Snapshot snapshot = rebuilt.snapshot()) {
      return snapshot.ledger(KillSetup.SOURCE).chunks();
    }
  }

  /** Until so many texts are embedded, or all is done because some of them are alike. */
  private void awaitEmbedded(KillLife life, long texts) throws InterruptedException {
    life.awaitOpen();
    long seen = 0;
    Optional<String> line = life.next(Duration.ofSeconds(30));
    while (line.isPresent()) {
      seen += line.get().startsWith("embedded ") ? Long.parseLong(line.get().substring(9)) : 0;
      if (seen >= texts) {
        return;
      }
      line = life.next(Duration.ofSeconds(2));
    }
  }

  /** Until the beginning of that commit, and a moment longer. */
  private void awaitCommit(KillLife life, int number) throws InterruptedException {
    life.awaitOpen();
    int seen = 0;
    Optional<String> line = life.next(Duration.ofSeconds(30));
    while (line.isPresent() && seen < number) {
      seen += line.get().startsWith("commit ") ? 1 : 0;
      line = seen < number ? life.next(Duration.ofSeconds(5)) : line;
    }
    life.live(Duration.ofNanos(moments.nextInt(40_000_000)));
  }

  private static void empty(Path index) throws IOException {
    if (Files.exists(index)) {
      try (Stream<Path> files = Files.walk(index)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static void report(
      String phase, Replay.Way way, KillLife life, KillAftermath.Found found) {
    if (REPOSITORY.isPresent()) {
      System.out.printf(
          "KILLED %s %s%s: found %s, %d documents; embedded %d more for %d%n",
          phase,
          way,
          life.diedWhileCommitting() ? " in a commit" : "",
          found.cursor(),
          found.documents(),
          found.embedded(),
          found.inTheEnd());
    }
  }
}

package dev.gill.ledger.sql;

import static dev.gill.ledger.sql.Asked.ANNA;
import static dev.gill.ledger.sql.Asked.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gill.SmallDisk;
import dev.gill.ledger.AskedOn;
import dev.gill.ledger.Entry;
import dev.gill.ledger.Said;
import dev.gill.ledger.TrailBook;
import dev.gill.model.Answer;
import dev.gill.model.Question;
import dev.gill.model.Reader;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing waits for the trail, whatever its database does. */
@Tag("slow")
class QueuedTrailTest {
  private static final Question QUESTION = new Question("Who is on call?", Reader.known(ANNA));
  private static final Answer UNKNOWN = new Answer.Unknown(List.of(), Map.of());
  private static final Pace FAST =
      new Pace(
          Duration.ofDays(1),
          Duration.ofMillis(20),
          Optional.of(Duration.ofDays(30)),
          Duration.ofHours(1));

  private final AtomicInteger names = new AtomicInteger();
  private final List<Entry> announced = Collections.synchronizedList(new ArrayList<>());

  /** A store that does what a test says. */
  private static final class Scripted implements Store {
    private final List<Note> written = Collections.synchronizedList(new ArrayList<>());
    private final List<Instant> purged = Collections.synchronizedList(new ArrayList<>());
    private final AtomicReference<SQLException> failing = new AtomicReference<>();
    private volatile CountDownLatch gate = new CountDownLatch(0);

    @Override
    public void write(List<Note> notes) throws SQLException {
      try {
        gate.await();
      } catch (InterruptedException e) {
        throw new SQLException(e);
      }
      SQLException failure = failing.get();
      if (failure != null) {
        throw failure;
      }
      if (notes.toString().contains("poison")) {
        throw new SQLException("no text", "22021");
      }
      written.addAll(notes);
    }

    @Override
    public void purge(Instant before) throws SQLException {
      purged.add(before);
    }

    @Override
    public void release() {
      // holds nothing
    }
  }

  private QueuedTrail trail(Store store, Pace pace, InstantSource clock) {
    return new QueuedTrail(store, pace, clock, () -> "q" + names.incrementAndGet(), announced::add)
        .start();
  }

  private QueuedTrail trail(Store store) {
    return trail(store, FAST, InstantSource.fixed(NOON));
  }

  @Test
  void aSlowDatabaseHoldsNobodyUp() throws Exception {
    Scripted store = new Scripted();
    store.gate = new CountDownLatch(1);
    try (QueuedTrail trail = trail(store)) {
      long start = System.nanoTime();
      for (int i = 0; i < 500; i++) {
        assertThat(trail.keep(AskedOn.API, QUESTION, UNKNOWN)).isPresent();
      }
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
      assertThat(store.written).isEmpty();
      store.gate.countDown();
      await().until(() -> store.written.size() == 500);
      await().until(() -> announced.size() == 500);
      assertThat(trail.condition()).isEqualTo(TrailBook.Condition.WELL);
    }
  }

  @Test
  void whatIsBeyondTheLimitIsCountedAndHasNoName() throws Exception {
    Scripted store = new Scripted();
    store.failing.set(new SQLException("secret words", "08006"));
    try (QueuedTrail trail = trail(store)) {
      trail.keep(AskedOn.API, QUESTION, UNKNOWN);
      await().until(() -> trail.condition().trouble().isPresent());
      assertThat(trail.condition().trouble().orElseThrow())
          .contains("cannot be reached")
          .doesNotContain("secret");
      assertThat(trail.condition().since()).contains(NOON);
      List<Optional<String>> kept = new ArrayList<>();
      for (int i = 0; i < QueuedTrail.WAITING + 10; i++) {
        kept.add(trail.keep(AskedOn.API, QUESTION, UNKNOWN));
      }
      assertThat(kept.subList(QueuedTrail.WAITING, kept.size())).containsOnly(Optional.empty());
      assertThat(trail.condition().lost()).isEqualTo(10);
      store.failing.set(null);
      await().until(() -> store.written.size() == QueuedTrail.WAITING + 1);
      assertThat(trail.condition().trouble()).isEmpty();
    }
  }

  @Test
  void anEntryThatNoDatabaseTakesKeepsNoOtherBack() throws Exception {
    Scripted store = new Scripted();
    store.gate = new CountDownLatch(1);
    try (QueuedTrail trail = trail(store)) {
      trail.keep(AskedOn.API, QUESTION, UNKNOWN);
      trail.keep(AskedOn.API, new Question("poison", Reader.known(ANNA)), UNKNOWN);
      trail.say("q1", new Said(false, "", NOON));
      store.gate.countDown();
      await().until(() -> store.written.size() == 2);
      assertThat(trail.condition().lost()).isEqualTo(1);
      assertThat(trail.condition().trouble()).isEmpty();
    }
  }

  @Test
  void whatWaitsIsWrittenBeforeTheEnd() {
    Scripted store = new Scripted();
    try (QueuedTrail trail = trail(store)) {
      for (int i = 0; i < 100; i++) {
        trail.keep(AskedOn.API, QUESTION, UNKNOWN);
      }
    }
    assertThat(store.written).hasSize(100);
  }

  @Test
  void theEndWaitsForNoDatabaseThatIsDown() {
    Scripted store = new Scripted();
    store.failing.set(new SQLException("", "08006"));
    QueuedTrail trail =
        trail(
            store,
            new Pace(
                Duration.ofDays(1), Duration.ofHours(1), Optional.empty(), Duration.ofHours(1)),
            InstantSource.fixed(NOON));
    trail.keep(AskedOn.API, QUESTION, UNKNOWN);
    await().until(() -> trail.condition().trouble().isPresent());
    long start = System.nanoTime();
    trail.close();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(TrailWriter.LAST_WORDS);
  }

  @Test
  void whatIsTooOldIsDroppedThoughNobodyAsks() {
    Scripted store = new Scripted();
    Pace atOnce =
        new Pace(
            Duration.ZERO,
            Duration.ofMillis(20),
            Optional.of(Duration.ofDays(30)),
            Duration.ofHours(1));
    try (QueuedTrail trail = trail(store, atOnce, InstantSource.fixed(NOON))) {
      await().until(() -> !store.purged.isEmpty());
      assertThat(store.purged).containsExactly(NOON.minus(Duration.ofDays(30)));
      assertThat(trail.condition()).isEqualTo(TrailBook.Condition.WELL);
    }
  }

  @Test
  @Tag("slow")
  void onAFullDiskQuestionsWaitUntilThereIsRoom(@TempDir Path temporary) throws Exception {
    try (SmallDisk disk = new SmallDisk(temporary.resolve("disk"), "4m")) {
      disk.fill(0);
      Database database = Database.in(disk.folder().resolve("ledger"));
      try (QueuedTrail trail = trail(new SqlStore(database))) {
        assertThat(trail.keep(AskedOn.API, QUESTION, UNKNOWN)).isPresent();
        await().until(() -> trail.condition().trouble().isPresent());
        assertThat(trail.condition().trouble().orElseThrow()).contains("make room");
        assertThat(trail.keep(AskedOn.API, QUESTION, UNKNOWN)).isPresent();
        disk.empty();
        await().atMost(20, TimeUnit.SECONDS).until(() -> trail.condition().waiting() == 0);
        assertThat(new SqlTrailBook(database).page(OptionalLong.empty(), 10).entries()).hasSize(2);
      }
    }
  }
}

package dev.gill.sync;

import dev.gill.index.Changeset;
import dev.gill.index.IndexEngine;
import dev.gill.index.Snapshot;
import dev.gill.index.SourceLedger;
import dev.gill.index.SourceLedger.Checkpoint;
import dev.gill.model.Rights;
import dev.gill.model.SourceId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Follows all configured sources, each on a thread of its own, so that one which is down delays
 * nobody.
 */
public final class Breathing implements Pulse, AutoCloseable {
  private static final int FEED = 200;
  private static final Duration TOLD_AGAIN = Duration.ofMillis(500);

  private record Organ(Followed followed, Vitals vitals, SourceWorker worker, SourceLoop loop) {}

  private final IndexEngine engine;
  private final Intake intake;
  private final InstantSource clock;
  private final Map<SourceId, Organ> organs = new TreeMap<>();
  private final Deque<Breath> feed = new ArrayDeque<>();
  private final List<Consumer<Breath>> listeners = new CopyOnWriteArrayList<>();
  private final Map<SourceId, Thread> threads = new TreeMap<>();

  /**
   * Gets ready; nothing is read before {@link #start()} or {@link #breatheOnce()}. Takes the
   * sources over.
   */
  public Breathing(List<Followed> sources, IndexEngine engine, Intake intake, InstantSource clock) {
    this.engine = engine;
    this.intake = intake;
    this.clock = clock;
    for (Followed followed : sources) {
      SourceId id = followed.source().id();
      Vitals vitals = new Vitals(id, followed.type(), followed.source()::describe, clock.instant());
      SourceWorker worker =
          new SourceWorker(
              followed.source(), followed.every(), engine, intake, vitals, this::announce, clock);
      Organ organ = new Organ(followed, vitals, worker, new SourceLoop(followed.source(), worker));
      if (organs.put(id, organ) != null) {
        throw new IllegalArgumentException("two sources are called " + id);
      }
    }
  }

  /**
   * Takes out of the index, in one commit, whatever it holds of sources that are not followed here.
   * Call it before anything is answered from the index. Vectors of what goes are used again until
   * each source was in step once, since a source under another name brings the same texts.
   *
   * @throws dev.gill.index.IndexException if it could not be made durable
   */
  public void withdrawOthers() {
    Withdrawal.of(engine, organs.keySet())
        .ifPresent(before -> intake.reuse(before, organs.keySet()));
  }

  /**
   * Brings the index to what the configuration says of who may read each source. Call it before
   * anything is answered from the index: a source may be down, and must not be read by whom the
   * configuration has shut out since.
   *
   * @throws dev.gill.index.IndexException if it could not be made durable
   */
  public void applyConfiguredRights() {
    organs.forEach(
        (id, organ) -> {
          Rights news;
          try (Snapshot snapshot = engine.snapshot()) {
            news = snapshot.access().news(id, organ.followed().source().rights());
          }
          if (!news.isEmpty()) {
            engine.commit(Changeset.of(id, news));
          }
        });
  }

  /** Starts following. */
  public void start() {
    applyConfiguredRights();
    organs.forEach(
        (id, organ) ->
            threads.put(id, Thread.ofPlatform().name("source-" + id).start(organ.loop())));
  }

  /**
   * Takes in all that every source has to tell now, on the calling thread; for use without {@link
   * #start()}.
   */
  public void breatheOnce() throws InterruptedException {
    applyConfiguredRights();
    for (Organ organ : organs.values()) {
      organ.worker().breathe();
    }
  }

  /** Has every breath told, from the thread that took it. */
  public void onBreath(Consumer<Breath> listener) {
    listeners.add(listener);
  }

  @Override
  public List<SourceStatus> sources() {
    try (Snapshot snapshot = engine.snapshot()) {
      Instant now = clock.instant();
      return organs.entrySet().stream()
          .map(entry -> status(entry.getValue(), snapshot.ledger(entry.getKey()), now))
          .toList();
    }
  }

  private static SourceStatus status(Organ organ, SourceLedger ledger, Instant now) {
    return organ.vitals().status(ledger, organ.followed().source().passedOver(), now);
  }

  @Override
  public List<Breath> breaths() {
    synchronized (feed) {
      return List.copyOf(feed);
    }
  }

  @Override
  public boolean lookNow(SourceId source) {
    Organ organ = organs.get(source);
    if (organ != null) {
      organ.loop().lookNow();
    }
    return organ != null;
  }

  /** When a source was last in step: since Gill started, or else as the index remembers it. */
  public Optional<Instant> inStepAt(SourceId source) {
    Organ organ = organs.get(source);
    Optional<Instant> seen = organ == null ? Optional.empty() : organ.vitals().inStepAt();
    return seen.or(
        () -> {
          try (Snapshot snapshot = engine.snapshot()) {
            return snapshot
                .ledger(source)
                .checkpoint()
                .map(Checkpoint::at)
                .filter(at -> at.isAfter(Checkpoint.NEVER));
          }
        });
  }

  /** Stops following, waits for what is under way, and closes the sources. */
  @Override
  public void close() {
    threads.forEach((id, thread) -> organs.get(id).worker().interrupt(thread));
    boolean interrupted = false;
    for (Map.Entry<SourceId, Thread> each : threads.entrySet()) {
      interrupted |= waitFor(each.getValue(), organs.get(each.getKey()).worker());
    }
    organs.values().forEach(organ -> organ.followed().source().close());
    intake.letGo();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Tells it again and again, for a library may have caught the first telling and forgotten it. */
  private static boolean waitFor(Thread thread, SourceWorker worker) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        if (!thread.join(TOLD_AGAIN)) {
          worker.interrupt(thread);
        }
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    return interrupted;
  }

  private void announce(Breath breath) {
    synchronized (feed) {
      feed.addFirst(breath);
      if (feed.size() > FEED) {
        feed.removeLast();
      }
    }
    listeners.forEach(listener -> listener.accept(breath));
  }
}

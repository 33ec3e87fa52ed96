package dev.gill.sync;

import dev.gill.index.IndexEngine;
import dev.gill.index.Snapshot;
import dev.gill.model.SourceId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Follows all configured sources, each on a thread of its own, so that one which is down delays
 * nobody.
 */
public final class Breathing implements SyncMonitor, AutoCloseable {
  private static final int FEED = 200;
  private static final Duration INTERRUPT_EVERY = Duration.ofMillis(500);

  private final IndexEngine engine;
  private final Intake intake;
  private final InstantSource clock;
  private final Map<SourceId, SourceLoop> loops = new TreeMap<>();
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
      SourceLoop loop = new SourceLoop(followed, engine, intake, this::announce, clock);
      if (loops.put(id, loop) != null) {
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
    Withdrawal.of(engine, loops.keySet()).ifPresent(before -> intake.reuse(before, loops.keySet()));
  }

  /**
   * Brings the index to what the configuration says of who may read each source. Call it before
   * anything is answered from the index: a source may be down, and must not be read by whom the
   * configuration has shut out since.
   *
   * @throws dev.gill.index.IndexException if it could not be made durable
   */
  public void applyConfiguredRights() {
    loops.values().forEach(SourceLoop::applyConfiguredRights);
  }

  /** Starts following. */
  public void start() {
    applyConfiguredRights();
    loops.forEach(
        (id, loop) -> threads.put(id, Thread.ofPlatform().name("source-" + id).start(loop)));
  }

  /**
   * Takes in all that every source reports now, on the calling thread; for use without {@link
   * #start()}.
   */
  public void breatheOnce() throws InterruptedException {
    applyConfiguredRights();
    for (SourceLoop loop : loops.values()) {
      loop.breathe();
    }
  }

  /** Reports every breath, from the thread that took it. */
  public void onBreath(Consumer<Breath> listener) {
    listeners.add(listener);
  }

  @Override
  public List<SourceStatus> sources() {
    try (Snapshot snapshot = engine.snapshot()) {
      Instant now = clock.instant();
      return loops.entrySet().stream()
          .map(entry -> entry.getValue().status(snapshot.ledger(entry.getKey()), now))
          .toList();
    }
  }

  @Override
  public List<Breath> breaths() {
    synchronized (feed) {
      return List.copyOf(feed);
    }
  }

  @Override
  public boolean lookNow(SourceId source) {
    SourceLoop loop = loops.get(source);
    if (loop != null) {
      loop.lookNow();
    }
    return loop != null;
  }

  @Override
  public void hook(SourceId source, byte[] body) {
    SourceLoop loop = loops.get(source);
    if (loop != null) {
      loop.hook(body);
    }
  }

  /**
   * Goes on in the place of another breathing: with its feed and its listeners, and without its
   * index, whose vectors were taken over. That one can be closed then.
   */
  public void succeed(Breathing former) {
    List<Breath> before = former.breaths();
    synchronized (feed) {
      feed.clear();
      feed.addAll(before);
    }
    listeners.addAll(former.listeners);
    intake.letGoOfFormer();
  }

  /** The sources that are followed, in order. */
  Set<SourceId> followed() {
    return Set.copyOf(loops.keySet());
  }

  /** Whether all that a source held was taken in once since this breathing began. */
  boolean wasInStep(SourceId source) {
    return loops.get(source).inStepAt().isPresent();
  }

  /** When a source was last in step: since Gill started, or else as the index remembers it. */
  public Optional<Instant> inStepAt(SourceId source) {
    return Optional.ofNullable(loops.get(source))
        .flatMap(SourceLoop::inStepAt)
        .or(
            () -> {
              try (Snapshot snapshot = engine.snapshot()) {
                return SourceHealth.inStepAt(snapshot.ledger(source));
              }
            });
  }

  /** Stops following, waits for what is under way, and closes the sources. */
  @Override
  public void close() {
    threads.forEach((id, thread) -> loops.get(id).interrupt(thread));
    boolean interrupted = false;
    for (Map.Entry<SourceId, Thread> each : threads.entrySet()) {
      interrupted |= waitFor(each.getValue(), loops.get(each.getKey()));
    }
    loops.values().forEach(SourceLoop::close);
    intake.letGo();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Interrupts again and again, for a library may have caught the first interrupt and lost it. */
  private static boolean waitFor(Thread thread, SourceLoop loop) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        if (!thread.join(INTERRUPT_EVERY)) {
          loop.interrupt(thread);
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

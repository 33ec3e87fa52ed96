package dev.gill.ledger.sql;

import dev.gill.ledger.AskedOn;
import dev.gill.ledger.Cited;
import dev.gill.ledger.Entry;
import dev.gill.ledger.Outcome;
import dev.gill.ledger.Said;
import dev.gill.ledger.Trail;
import dev.gill.ledger.TrailBook.Condition;
import dev.gill.model.Answer;
import dev.gill.model.Question;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Takes in what is to be kept and has a {@link TrailWriter} write it, on a thread of its own. While
 * the database is down, slow or full, what was asked waits here, up to a limit; what is beyond it
 * is lost and counted. Safe for use by several threads.
 */
final class QueuedTrail implements Trail, AutoCloseable {
  /** Entries of a few kilobytes each. */
  static final int WAITING = 1_000;

  private final BlockingQueue<Note> waiting = new LinkedBlockingQueue<>(WAITING);
  private final AtomicLong lost = new AtomicLong();
  private final TrailWriter writer;
  private final InstantSource clock;
  private final Supplier<String> names;
  private final Thread thread;

  /**
   * Keeps a trail.
   *
   * @param names makes a name that cannot be guessed for each entry
   * @param written gets each entry once it is kept
   */
  QueuedTrail(
      Store store,
      Pace pace,
      InstantSource clock,
      Supplier<String> names,
      Consumer<Entry> written) {
    this.clock = clock;
    this.names = names;
    this.writer = new TrailWriter(store, waiting, pace, clock, written, lost);
    this.thread = Thread.ofPlatform().daemon().name("gill-trail").unstarted(writer);
  }

  /** Begins to write, in the background. */
  QueuedTrail start() {
    thread.start();
    return this;
  }

  @Override
  public Optional<String> keep(AskedOn surface, Question question, Answer answer) {
    String name = names.get();
    Entry entry =
        new Entry(
            name,
            now(),
            surface,
            question.text(),
            question.reader(),
            Outcome.of(answer),
            Cited.by(answer),
            List.of(),
            false);
    return offer(new Note.Asked(entry)) ? Optional.of(name) : Optional.empty();
  }

  @Override
  public void say(String entry, Said said) {
    offer(new Note.SaidOf(entry, said));
  }

  private boolean offer(Note note) {
    boolean taken = waiting.offer(note);
    if (!taken) {
      lost.incrementAndGet();
    }
    return taken;
  }

  /** As precise as both databases keep it. */
  private Instant now() {
    return clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
  }

  Condition condition() {
    Optional<TrailWriter.Trouble> trouble = writer.trouble();
    return new Condition(
        waiting.size() + writer.underWay(),
        lost.get(),
        trouble.map(TrailWriter.Trouble::why),
        trouble.map(TrailWriter.Trouble::since));
  }

  /** Writes what waits, if that is done in time. */
  @Override
  public void close() {
    writer.end();
    try {
      thread.join(TrailWriter.LAST_WORDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

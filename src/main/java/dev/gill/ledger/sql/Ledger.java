package dev.gill.ledger.sql;

import dev.gill.ledger.Entry;
import dev.gill.ledger.Trail;
import dev.gill.ledger.TrailBook;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A trail that is written in the background, and its book. Close it at the end. */
public final class Ledger implements AutoCloseable {
  private final QueuedTrail trail;
  private final TrailBook book;

  private Ledger(QueuedTrail trail, TrailBook book) {
    this.trail = trail;
    this.book = book;
  }

  /**
   * Keeps a trail in a database, which is opened in the background when something is to be written,
   * or a minute later.
   *
   * @param days that an entry is kept; with 0 nothing more is, and what was is dropped
   * @param names makes a name that cannot be guessed for each entry
   * @param written gets each entry once it is kept, on the thread that wrote it
   */
  public static Ledger open(
      Database database,
      int days,
      InstantSource clock,
      Supplier<String> names,
      Consumer<Entry> written) {
    QueuedTrail trail =
        new QueuedTrail(new SqlStore(database), Pace.of(days), clock, names, written).start();
    return new Ledger(trail, new SqlTrailBook(database, days, trail::condition));
  }

  /** Where questions are kept. */
  public Trail trail() {
    return book.days() == 0 ? Trail.none() : trail;
  }

  /** Where they are read. */
  public TrailBook book() {
    return book;
  }

  @Override
  public void close() {
    trail.close();
  }
}

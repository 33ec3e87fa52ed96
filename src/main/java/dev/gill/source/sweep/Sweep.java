package dev.gill.source.sweep;

import dev.gill.model.Cursor;
import dev.gill.model.DocId;
import dev.gill.model.Scope;
import dev.gill.model.SourceId;
import dev.gill.source.Batch;
import dev.gill.source.BatchLimit;
import dev.gill.source.Change;
import dev.gill.source.Retries;
import dev.gill.source.SourceException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.SortedSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Reports what differs between a listing and what was reported before. The first pass reports
 * everything and ends with what remains of each scope; a text that moved comes in the page in which
 * its old place goes.
 *
 * <p>Whoever asks with another cursor than the last one given out did not take that page in: what
 * was known at that cursor is read back from the {@link Journal}, and the pass begun anew from
 * there. One thread at a time.
 */
public final class Sweep implements AutoCloseable {
  /** So often at most it is looked whether something overtakes a page. */
  private static final Duration LOOKS_APART = Duration.ofSeconds(3);

  /** How long a pass goes by one listing. */
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final SourceId source;
  private final InstantSource clock;
  private final Retries retries;
  private final Kept kept;
  private final Missing missing = new Missing();
  private Pass pass = Pass.none();
  private Optional<Ahead> ahead = Optional.empty();

  /** What was read and did not fit into the page; it comes first in the next one. */
  private record Ahead(Listed listed, Seen seen) {}

  private Instant listed = Instant.MIN;

  /**
   * @param choice all settings that decide what is reported: under other ones everything is read
   *     again
   * @param folder where the journal is kept
   */
  public Sweep(SourceId source, String choice, Path folder, InstantSource clock) {
    this.source = source;
    this.kept = new Kept(source, choice, folder);
    this.clock = clock;
    this.retries = new Retries(clock);
  }

  /** How many documents a cursor stands for, for people; empty where it says nothing. */
  public static String describe(Cursor cursor) {
    return SweepCursor.parse(cursor).map(SweepCursor::described).orElse("");
  }

  /** When what could not be read is tried again although nothing changes. Any thread. */
  public Map<DocId, Instant> nextTries() {
    return retries.next().entrySet().stream()
        .collect(Collectors.toMap(each -> new DocId(source, each.getKey()), Map.Entry::getValue));
  }

  /** The page after a cursor. */
  public Batch next(Optional<Cursor> after, Swept system)
      throws SourceException, InterruptedException {
    if (!kept.isAt(after)) {
      recall(after);
    }
    list(system);
    boolean done = false;
    try {
      Batch batch = page(system);
      done = true;
      return batch;
    } catch (IOException e) {
      throw new SourceException.Broken(
          "What was read of source %s cannot be noted in the data folder: make room there, and let the user that Gill runs as write to it."
              .formatted(source),
          e);
    } finally {
      if (!done) {
        pass = Pass.none();
      }
    }
  }

  /**
   * Lists what is there before each pass, and anew within one that takes long: what goes or loses
   * readers meanwhile does not wait for its end.
   */
  private void list(Swept system) throws SourceException, InterruptedException {
    Instant now = clock.instant();
    if (pass.over()) {
      pass = pass.next(system.list(), kept.reported(), retries);
      listed = now;
    } else if (system.changed() || !now.isBefore(listed.plus(LONGEST))) {
      Listing current = system.list();
      pass = again(current);
      listed = now;
    }
  }

  private Pass again(Listing current) {
    if (pass.listing().filter(before -> before == current).isPresent()) {
      return pass;
    }
    return pass.fresh().isEmpty()
        ? Pass.none().next(current, kept.reported(), retries)
        : pass.overtaken(current, kept.reported());
  }

  /**
   * Whether something changed since the last page that should go before it and before what waits:
   * looks again, at most every few seconds, and errs towards no. The next page is of such changes
   * then.
   */
  public boolean pressing(Swept system) throws InterruptedException {
    Instant now = clock.instant();
    boolean due = system.changed() || !now.isBefore(listed.plus(LOOKS_APART));
    if (pass.listing().isPresent() && due) {
      listed = now;
      try {
        pass = pass.overtaken(system.list(), kept.reported());
      } catch (SourceException e) {
        return false; // the next page says so
      }
    }
    return !pass.fresh().isEmpty();
  }

  private void recall(Optional<Cursor> after) {
    pass = Pass.none();
    ahead = Optional.empty();
    kept.recall(after);
  }

  private Batch page(Swept system) throws SourceException, InterruptedException, IOException {
    Page page = new Page(source, kept.reported(), retries);
    boolean overtakes = !pass.fresh().isEmpty();
    Queue<Listed> looks = overtakes ? pass.fresh().looks() : pass.looks();
    SortedSet<String> vanished = overtakes ? pass.fresh().vanished() : pass.vanished();
    read(looks, page, vanished, system);
    withdraw(page, system);
    boolean over = looks.isEmpty();
    Listing listing = pass.listing().orElseThrow();
    Predicate<String> leaves = missing.leaving(pass, listing.closed(), clock.instant());
    goes(vanished, page, key -> over || page.moved(key));
    goes(pass.vanished(), page, leaves);
    goes(pass.fresh().vanished(), page, leaves);
    boolean ends =
        over && !overtakes && !kept.reported().complete() && listing.unlisted().isEmpty();
    kept.note(page, ends);
    if (ends) {
      page.changes().addAll(kept.remaining(listing.scopes()));
    }
    return new Batch(
        page.changes(),
        kept.cursor(),
        !over || overtakes,
        OptionalLong.of(pass.looks().size() + pass.fresh().looks().size()));
  }

  /** Reads on until the page is full, or it is time to look again. */
  private void read(Queue<Listed> looks, Page page, SortedSet<String> vanished, Swept system)
      throws SourceException, InterruptedException {
    BatchLimit limit = new BatchLimit();
    while (!looks.isEmpty()) {
      Listed listed = looks.element();
      if (limit.taken() > 0 && system.enough()) {
        break;
      }
      if (listed.sized() && !limit.takes(system.size(listed, looks))) {
        break;
      }
      Seen seen = seen(listed, system);
      if (!listed.sized() && !limit.takes(seen.size())) {
        ahead = Optional.of(new Ahead(listed, seen));
        break;
      }
      looks.remove();
      switch (seen) {
        case Seen.Whole(Change.Upserted up) -> page.reads(listed, up);
        case Seen.Unreadable(String cause) -> page.unreadable(listed, cause);
        case Seen.Gone() -> vanished.add(listed.key());
      }
    }
  }

  private static void goes(SortedSet<String> vanished, Page page, Predicate<String> goes) {
    vanished.removeIf(
        key -> {
          boolean now = goes.test(key);
          if (now) {
            page.gone(key);
          }
          return now;
        });
  }

  /**
   * What lost readers and does not fit in this page goes until it is read: nobody finds it
   * meanwhile by rights that were taken away.
   */
  private void withdraw(Page page, Swept system) {
    List<Listed> waiting = new ArrayList<>(pass.fresh().looks());
    waiting.addAll(pass.looks());
    for (Listed listed : waiting) {
      kept.reported()
          .get(listed.key())
          .filter(known -> !known.isIn(listed.scope()))
          .filter(known -> system.narrows(new Scope(source, known.scope()), listed.scope()))
          .ifPresent(_ -> page.gone(listed.key()));
    }
  }

  private Seen seen(Listed listed, Swept system) throws SourceException, InterruptedException {
    Optional<Ahead> read = ahead.filter(before -> before.listed().equals(listed));
    ahead = Optional.empty();
    return read.isPresent() ? read.get().seen() : system.read(listed);
  }

  /** Lets go of the journal. */
  @Override
  public void close() {
    kept.close();
  }
}

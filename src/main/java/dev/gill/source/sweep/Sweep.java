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
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.SortedSet;
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
  /** So often at most it is looked whether something overtakes a pass. */
  private static final Duration LOOKS_APART = Duration.ofSeconds(3);

  private final SourceId source;
  private final String choice;
  private final Path folder;
  private final Retries retries;
  private final InstantSource clock;
  private Reported reported = new Reported();
  private Optional<Journal> journal = Optional.empty();
  private Optional<Cursor> given = Optional.empty();
  private Pass pass = Pass.none();
  private Instant looked = Instant.MIN;

  /**
   * @param choice all settings that decide what is reported: other ones lead to a first pass
   * @param folder where the journal is kept
   */
  public Sweep(SourceId source, String choice, Path folder, InstantSource clock) {
    this.source = source;
    this.choice = Known.digest(choice).substring(0, 8);
    this.folder = folder;
    this.retries = new Retries(clock);
    this.clock = clock;
  }

  /** How many documents a cursor stands for, for people; empty where it says nothing. */
  public static String describe(Cursor cursor) {
    return SweepCursor.parse(cursor).map(SweepCursor::described).orElse("");
  }

  /** The page after a cursor. */
  public Batch next(Optional<Cursor> after, Swept system)
      throws SourceException, InterruptedException {
    if (given.isEmpty() || !given.equals(after)) {
      recall(after);
    }
    if (pass.over()) {
      looked = clock.instant();
      pass = pass.next(system.list(), reported, retries);
    }
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
   * Whether something changed since the last page that should go before it and before what waits:
   * looks again, at most every few seconds, and errs towards no. The next page is of such changes
   * then.
   */
  public boolean pressing(Swept system) throws InterruptedException {
    Instant now = clock.instant();
    if (pass.listing().isPresent() && !now.isBefore(looked.plus(LOOKS_APART))) {
      looked = now;
      try {
        pass = pass.overtaken(system.list(), reported);
      } catch (SourceException e) {
        return false; // the next page says so
      }
    }
    return !pass.fresh().isEmpty();
  }

  private void recall(Optional<Cursor> after) {
    pass = Pass.none();
    close();
    Optional<Reported> known =
        after
            .flatMap(SweepCursor::parse)
            .filter(cursor -> cursor.choice().equals(choice))
            .flatMap(cursor -> Journal.recall(folder, cursor.position()));
    reported = known.orElseGet(Reported::new);
    given = known.flatMap(_ -> after);
  }

  private Batch page(Swept system) throws SourceException, InterruptedException, IOException {
    Page page = new Page(source, reported, retries);
    BatchLimit limit = new BatchLimit();
    boolean overtakes = !pass.fresh().isEmpty();
    Queue<Listed> looks = overtakes ? pass.fresh().looks() : pass.looks();
    while (!looks.isEmpty() && limit.takes(looks.element().size())) {
      Listed listed = looks.remove();
      switch (system.read(listed)) {
        case Seen.Whole(Change.Upserted up) -> page.reads(listed, up);
        case Seen.Unreadable(String cause) -> page.unreadable(listed, cause);
        case Seen.Gone() ->
            (overtakes ? pass.fresh().vanished() : pass.vanished()).add(listed.key());
      }
    }
    boolean over = looks.isEmpty();
    SortedSet<String> vanished = overtakes ? pass.fresh().vanished() : pass.vanished();
    vanished.removeIf(
        key -> {
          boolean goes = over || page.moved(key);
          if (goes) {
            page.gone(key);
          }
          return goes;
        });
    Listing listing = pass.listing().orElseThrow();
    boolean ends = over && !overtakes && !reported.complete() && listing.unlisted().isEmpty();
    note(page, ends);
    if (ends) {
      listing.scopes().forEach(scope -> page.changes().add(remaining(scope)));
    }
    return new Batch(
        page.changes(),
        given.orElseThrow(),
        !over || overtakes,
        OptionalLong.of(pass.looks().size() + pass.fresh().looks().size()));
  }

  /** Keeps in the journal and in mind what a page comes to, before it is handed out. */
  private void note(Page page, boolean ends) throws IOException {
    boolean moves = !page.changes().isEmpty() || ends || given.isEmpty();
    if (!moves && page.learnt().isEmpty()) {
      return;
    }
    Map<String, Optional<Known>> learnt = page.learnt();
    if (journal.filter(open -> !open.swollen(reported)).isEmpty()) {
      if (!moves) {
        reported.apply(learnt, false); // nothing that anybody would miss; noted with the next page
        return;
      }
      close();
      journal = Optional.of(Journal.begin(folder, reported));
    }
    boolean written = false;
    try {
      journal.get().page(learnt, reported.complete() || ends, moves);
      written = true;
    } finally {
      if (!written) {
        close(); // what was half written is left behind with its file
      }
    }
    reported.apply(learnt, ends);
    SweepCursor cursor =
        new SweepCursor(
            journal.get().position(), choice, reported.documents().size(), !reported.complete());
    given = moves ? Optional.of(cursor.write()) : given;
  }

  private Change remaining(Scope scope) {
    return new Change.Remaining(
        scope,
        reported.documents().entrySet().stream()
            .filter(entry -> entry.getValue().isIn(scope))
            .map(entry -> new DocId(source, entry.getKey()))
            .collect(Collectors.toSet()));
  }

  /** Lets go of the journal. */
  @Override
  public void close() {
    try {
      if (journal.isPresent()) {
        journal.get().close();
      }
    } catch (IOException e) {
      // Each page was forced to the disk when it was written.
    }
    journal = Optional.empty();
  }
}

package dev.gill.sync;

import dev.gill.index.SourceLedger;
import dev.gill.index.SourceLedger.Checkpoint;
import dev.gill.model.Cursor;
import dev.gill.model.DocId;
import dev.gill.model.Location;
import dev.gill.model.PassedOver;
import dev.gill.model.SourceId;
import dev.gill.model.Traffic;
import dev.gill.sync.SourceStatus.State;
import dev.gill.sync.SourceStatus.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** How one source fares, noted by the thread that polls it and read by others. */
final class SourceHealth {
  /** A source of which nothing was heard for so long after its time counts as standing still. */
  private static final Duration STALL = Duration.ofMinutes(5);

  /**
   * Where it is known whether its servers send anything, its interval is enough, and no less than
   * this.
   */
  private static final Duration SILENCE = Duration.ofSeconds(10);

  private static final String SILENT = "It has not answered since it was last asked.";
  private static final String STUCK = "Taking in what it reported has not moved on since.";

  private final SourceId source;
  private final String type;
  private final Location location;
  private final Function<Cursor, String> describe;
  private final Duration every;
  private final Lags lags = new Lags();
  private State state = State.STARTING;
  private Optional<Instant> inStepAt = Optional.empty();
  private Optional<Trouble> trouble = Optional.empty();
  private OptionalLong remaining = OptionalLong.empty();
  private Instant due;
  private String missing = SILENT;
  private long embedded;
  private long reused;

  /**
   * Of a source that is to be asked now.
   *
   * @param describe says how far a cursor reaches
   */
  SourceHealth(
      SourceId source,
      String type,
      Location location,
      Function<Cursor, String> describe,
      Duration every,
      Instant now) {
    this.source = source;
    this.type = type;
    this.location = location;
    this.describe = describe;
    this.every = every;
    this.due = now;
  }

  synchronized void asking(Instant now) {
    due = now;
    missing = SILENT;
  }

  /** It has answered, and another step of taking that in begins. */
  synchronized void progressed(Instant now) {
    due = now;
    missing = STUCK;
  }

  /**
   * Part of a batch is in the index. One that changes nothing there does not end a trouble: a
   * source that fails midway may begin with the same batches each time.
   */
  synchronized void took(Part part) {
    if (!part.changesNothing()) {
      state = State.READING;
      trouble = Optional.empty();
    }
    embedded += part.embedded();
    reused += part.reused();
  }

  /** About how many documents further batches hold. */
  synchronized void left(OptionalLong documents) {
    remaining = documents;
  }

  synchronized void inStep(Instant askedAt, Instant now) {
    inStepAt.ifPresent(before -> lags.add(Duration.between(before, now)));
    state = State.IN_STEP;
    inStepAt = Optional.of(askedAt);
    trouble = Optional.empty();
    remaining = OptionalLong.empty();
    due = now.plus(every);
    missing = SILENT;
  }

  synchronized void failed(String why, Instant now, Instant nextDue) {
    state = State.FAILING;
    trouble =
        Optional.of(
            new Trouble(why, trouble.map(Trouble::since).orElse(now), Optional.of(nextDue)));
    due = nextDue;
    missing = SILENT;
  }

  /** When it was in step last since Gill started. */
  synchronized Optional<Instant> inStepAt() {
    return inStepAt;
  }

  /** When a source was in step last as the index remembers it. */
  static Optional<Instant> inStepAt(SourceLedger ledger) {
    return ledger.checkpoint().map(Checkpoint::at).filter(at -> at.isAfter(Checkpoint.NEVER));
  }

  /**
   * @param traffic what has passed between it and its servers, where that is counted
   * @param nextTries when documents that could not be read are tried again
   */
  synchronized SourceStatus status(
      SourceLedger ledger,
      Optional<Traffic> traffic,
      Map<DocId, Instant> nextTries,
      List<PassedOver> passedOver,
      Instant now) {
    boolean stalled = trouble.isEmpty() && stands(traffic, now);
    Optional<Cursor> cursor = ledger.checkpoint().map(Checkpoint::cursor);
    return new SourceStatus(
        source,
        type,
        location,
        stalled ? State.FAILING : state,
        ledger.documents(),
        ledger.chunks(),
        cursor,
        cursor.map(describe).orElse(""),
        inStepAt.or(() -> inStepAt(ledger)),
        lags.p99(),
        traffic,
        stalled ? Optional.of(new Trouble(missing, due, Optional.empty())) : trouble,
        remaining,
        embedded,
        reused,
        Wordless.without(ledger.failures()),
        nextTries,
        Wordless.with(ledger.failures(), passedOver));
  }

  private boolean stands(Optional<Traffic> traffic, Instant now) {
    if (missing.equals(STUCK) || traffic.isEmpty()) {
      return now.isAfter(due.plus(STALL));
    }
    Duration most = every.compareTo(SILENCE) > 0 ? every : SILENCE;
    return now.isAfter(due.plus(most)) && traffic.get().quiet().compareTo(most) > 0;
  }
}

package dev.gill.sync;

import dev.gill.index.SourceLedger;
import dev.gill.model.SourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** How one source fares, noted by the thread that polls it and read by others. */
final class Vitals {
  /** A poll that has neither come back nor failed for so long counts as standing still. */
  private static final Duration STALL = Duration.ofMinutes(5);

  private final SourceId source;
  private final String type;
  private SourceStatus.State state = SourceStatus.State.STARTING;
  private Optional<Instant> inStepAt = Optional.empty();
  private Optional<SourceStatus.Trouble> trouble = Optional.empty();
  private OptionalLong remaining = OptionalLong.empty();
  private Instant due;
  private long embedded;
  private long reused;

  Vitals(SourceId source, String type, Instant now) {
    this.source = source;
    this.type = type;
    this.due = now;
  }

  synchronized void asking(Instant now) {
    due = now;
  }

  synchronized void took(Taken taken, OptionalLong left) {
    if (state != SourceStatus.State.STARTING || !taken.changesNothing()) {
      state = SourceStatus.State.READING;
    }
    trouble = Optional.empty();
    remaining = left;
    embedded += taken.embedded();
    reused += taken.reused();
  }

  synchronized void inStep(Instant askedAt, Instant nextDue) {
    state = SourceStatus.State.IN_STEP;
    inStepAt = Optional.of(askedAt);
    trouble = Optional.empty();
    remaining = OptionalLong.empty();
    due = nextDue;
  }

  synchronized void failed(String why, Instant now, Instant nextDue) {
    state = SourceStatus.State.FAILING;
    trouble =
        Optional.of(
            new SourceStatus.Trouble(why, trouble.map(SourceStatus.Trouble::since).orElse(now)));
    due = nextDue;
  }

  synchronized Optional<Instant> inStepAt() {
    return inStepAt;
  }

  synchronized SourceStatus status(SourceLedger ledger, Instant now) {
    boolean stalled = trouble.isEmpty() && now.isAfter(due.plus(STALL));
    return new SourceStatus(
        source,
        type,
        stalled ? SourceStatus.State.FAILING : state,
        ledger.documents(),
        ledger.chunks(),
        ledger.mark().map(SourceLedger.Mark::cursor),
        inStepAt,
        stalled
            ? Optional.of(
                new SourceStatus.Trouble("It has not answered since it was last asked.", due))
            : trouble,
        remaining,
        embedded,
        reused,
        ledger.failures());
  }
}

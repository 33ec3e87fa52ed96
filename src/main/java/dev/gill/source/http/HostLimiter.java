package dev.gill.source.http;

import java.time.Duration;

/** What all clients of one host share: its budget, its parallelism, and the pauses it asks for. */
final class HostLimiter {
  private final Timing timing;
  private final Budget budget;
  private final Bulkhead bulkhead;
  private final Tally tally = new Tally();
  private boolean held;
  private long heldUntil;

  HostLimiter(Timing timing, HttpLimits limits) {
    this.timing = timing;
    this.budget = new Budget(limits.perMinute());
    this.bulkhead = new Bulkhead(limits.parallel());
  }

  Tally tally() {
    return tally;
  }

  void tighten(HttpLimits limits) {
    budget.tighten(limits.perMinute());
    bulkhead.tighten(limits.parallel());
  }

  /** The host wants no request for so long, from nobody. */
  synchronized void hold(Duration pause) {
    long until = timing.nanos().getAsLong() + pause.toNanos();
    heldUntil = held ? heldUntil + Math.max(0, until - heldUntil) : until;
    held = true;
  }

  /** How long the host still wants no request. */
  synchronized Duration held() {
    long left = heldUntil - timing.nanos().getAsLong();
    held &= left > 0;
    return held ? Duration.ofNanos(left) : Duration.ZERO;
  }

  /**
   * Waits for its turn, which {@link #leave} ends.
   *
   * @return zero; or, without a turn, how long the host wants to be left alone if that is longer
   *     than the patience
   */
  Duration enter(Duration patience) throws InterruptedException {
    Duration left = held();
    if (left.compareTo(patience) > 0) {
      return left;
    }
    Duration wait = budget.take(timing.nanos().getAsLong());
    if (wait.isPositive()) {
      tally.budgetWaits.increment();
      timing.sleeper().sleep(wait);
    }
    bulkhead.enter();
    boolean entered = false;
    try {
      left = outwait(patience);
      entered = left.isZero();
    } finally {
      if (!entered) {
        bulkhead.leave();
      }
    }
    return left;
  }

  void leave() {
    bulkhead.leave();
  }

  private Duration outwait(Duration patience) throws InterruptedException {
    Duration left = held();
    while (left.isPositive() && left.compareTo(patience) <= 0) {
      timing.sleeper().sleep(left);
      left = held();
    }
    return left;
  }
}

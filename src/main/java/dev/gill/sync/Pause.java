package dev.gill.sync;

import java.time.Duration;

/**
 * How long a source is left alone.
 *
 * @param until what may end the pause before its time
 */
record Pause(Duration length, Until until) {
  private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
  private static final Duration LAST_RETRY = Duration.ofMinutes(5);

  /** However long a source wants to be left alone. */
  private static final Duration LONGEST = Duration.ofDays(1);

  /** What ends a pause early. */
  enum Until {
    /** A signal of the source, or somebody who asks. */
    SIGNAL,
    /** Somebody who asks: a source that fails may signal as often as it likes. */
    REQUEST,
    /** Nothing: the source itself wants to be left alone. */
    OVER
  }

  /** Of a source that is in step. */
  static Pause onSchedule(Duration every) {
    return new Pause(every, Until.SIGNAL);
  }

  /**
   * Of a source that failed so many times in a row, at least once: exponential back-off, doubling
   * from one second, five minutes at most.
   */
  static Pause afterFailures(int failures) {
    Duration doubled = FIRST_RETRY.multipliedBy(1L << Math.min(failures - 1, 16));
    return new Pause(least(doubled, LAST_RETRY), Until.REQUEST);
  }

  /** Of a source that asked for this one: a second at least, a day at most. */
  static Pause asAskedFor(Duration retryAfter) {
    boolean tooShort = retryAfter.compareTo(FIRST_RETRY) < 0;
    return new Pause(tooShort ? FIRST_RETRY : least(retryAfter, LONGEST), Until.OVER);
  }

  private static Duration least(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}

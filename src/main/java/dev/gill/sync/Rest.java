package dev.gill.sync;

import java.time.Duration;

/**
 * How long to leave a source alone.
 *
 * @param until what may end it before its time
 */
record Rest(Duration pause, Until until) {
  /** What ends a rest early. */
  enum Until {
    /** A signal of the source, or somebody who asks. */
    SIGNAL,
    /** Somebody who asks: a source that fails may signal as often as it likes. */
    REQUEST,
    /** Nothing: the source itself wants to be left alone. */
    OVER
  }
}

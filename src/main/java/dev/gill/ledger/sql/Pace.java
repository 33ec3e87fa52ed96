package dev.gill.ledger.sql;

import java.time.Duration;
import java.util.Optional;

/**
 * When a trail is written to.
 *
 * @param untilOpened how long after the start the database is opened at the latest, to drop what is
 *     too old; it is opened before if something is to be written
 * @param retry how long after a failure it is tried again
 * @param kept how long an entry is kept; for good if empty
 * @param purge how often what is too old is dropped
 */
record Pace(Duration untilOpened, Duration retry, Optional<Duration> kept, Duration purge) {
  /** As a service does. */
  static Pace of(int days) {
    return new Pace(
        Duration.ofMinutes(1),
        Duration.ofSeconds(5),
        Optional.of(Duration.ofDays(days)),
        Duration.ofHours(1));
  }
}

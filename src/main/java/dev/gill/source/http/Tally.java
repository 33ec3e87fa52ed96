package dev.gill.source.http;

import java.util.concurrent.atomic.LongAdder;

/** Counts what passes between Gill and a host, from many threads. */
final class Tally {
  final LongAdder requests = new LongAdder();
  final LongAdder retries = new LongAdder();
  final LongAdder bytes = new LongAdder();
  final LongAdder throttled = new LongAdder();
  final LongAdder failures = new LongAdder();
  final LongAdder budgetWaits = new LongAdder();

  Counters counters() {
    return new Counters(
        requests.sum(),
        retries.sum(),
        bytes.sum(),
        throttled.sum(),
        failures.sum(),
        budgetWaits.sum());
  }
}

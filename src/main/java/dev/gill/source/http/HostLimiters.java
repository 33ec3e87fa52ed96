package dev.gill.source.http;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** One limiter per host and port, made when it is first asked for. */
final class HostLimiters {
  private final Timing timing;
  private final SortedMap<String, HostLimiter> limiters = new TreeMap<>();

  HostLimiters(Timing timing) {
    this.timing = timing;
  }

  synchronized HostLimiter of(Endpoint place, HttpLimits limits) {
    HostLimiter limiter =
        limiters.computeIfAbsent(place.authority(), _ -> new HostLimiter(timing, limits));
    limiter.tighten(limits);
    return limiter;
  }

  synchronized Map<String, Counters> counters() {
    SortedMap<String, Counters> counters = new TreeMap<>();
    limiters.forEach((host, limiter) -> counters.put(host, limiter.tally().counters()));
    return counters;
  }
}

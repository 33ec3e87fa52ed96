package dev.gill.surface.chat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * What was asked in each thread, so that a follow-up can lean on it. What was asked in private
 * stands here under a thread only once it was shared there.
 */
final class Threads {
  private static final int THREADS = 10_000;
  private static final int QUESTIONS = 8;

  /** Outside of threads, what was asked longer ago is another conversation. */
  private static final Duration ONE_CONVERSATION = Duration.ofMinutes(30);

  private record Asked(String question, Instant at) {}

  private final Bounded<String, List<Asked>> asked = new Bounded<>(THREADS);
  private final Roster roster;
  private final InstantSource clock;

  Threads(Roster roster, InstantSource clock) {
    this.roster = roster;
    this.clock = clock;
  }

  /** What was asked before in a thread, oldest first. */
  List<String> before(Spot spot) throws InterruptedException {
    List<Asked> known = asked.get(key(spot)).orElse(List.of());
    if (spot.thread().isPresent()) {
      return known.isEmpty()
          ? roster.earlier(spot.channel(), spot.thread().get())
          : known.stream().map(Asked::question).toList();
    }
    Instant since = clock.instant().minus(ONE_CONVERSATION);
    return known.stream().filter(one -> one.at().isAfter(since)).map(Asked::question).toList();
  }

  /** Notes what was asked there. */
  synchronized void note(Spot spot, String question) {
    List<Asked> all = new ArrayList<>(asked.get(key(spot)).orElse(List.of()));
    all.add(new Asked(question, clock.instant()));
    asked.put(key(spot), all.subList(Math.max(0, all.size() - QUESTIONS), all.size()));
  }

  private static String key(Spot spot) {
    return spot.channel() + " " + spot.thread().orElse("");
  }
}

package dev.gill.source.chatexport;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Ids for messages that bear none: their time, and a number where several have the same. */
final class Numbering {
  private final Map<Instant, Integer> seen = new HashMap<>();

  String id(Instant at) {
    int number = seen.merge(at, 1, Integer::sum);
    return number == 1 ? at.toString() : at + "." + number;
  }
}

package dev.gill.source.sweep;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** All that was reported, and whether the first pass is over. */
final class Reported {
  private final TreeMap<String, Known> documents = new TreeMap<>();
  private boolean complete;

  SortedMap<String, Known> documents() {
    return Collections.unmodifiableSortedMap(documents);
  }

  Optional<Known> get(String key) {
    return Optional.ofNullable(documents.get(key));
  }

  /** Whether what remains has been reported once. */
  boolean complete() {
    return complete;
  }

  /** The same where each may have to be reported otherwise now: all are read again. */
  Reported unsure() {
    Reported unsure = new Reported();
    documents.forEach((key, known) -> unsure.documents.put(key, known.unmarked()));
    return unsure;
  }

  /** Takes in what a page reports; without a value a document is gone. */
  void apply(Map<String, Optional<Known>> changes, boolean ends) {
    changes.forEach(
        (key, known) ->
            known.ifPresentOrElse(now -> documents.put(key, now), () -> documents.remove(key)));
    complete |= ends;
  }
}

package dev.gill.sync;

import dev.gill.index.IndexEngine;
import dev.gill.index.Snapshot;
import dev.gill.model.SourceId;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Takes out of the index what it holds of sources that are not followed any more. */
final class Withdrawal {
  private static final Logger LOG = System.getLogger(Withdrawal.class.getName());

  private Withdrawal() {}

  /**
   * Durably drops every source but these, and says so in the log.
   *
   * @return the index as it was before, for whoever closes it; empty if nothing had to go
   */
  static Optional<Snapshot> of(IndexEngine engine, Set<SourceId> followed) {
    Snapshot before = engine.snapshot();
    boolean dropped = false;
    try {
      Map<SourceId, Long> documents = documents(before, followed);
      if (documents.isEmpty()) {
        return Optional.empty();
      }
      engine.drop(documents.keySet());
      dropped = true;
      documents.forEach(Withdrawal::log);
      return Optional.of(before);
    } finally {
      if (!dropped) {
        before.close();
      }
    }
  }

  private static Map<SourceId, Long> documents(Snapshot index, Set<SourceId> followed) {
    Set<SourceId> others = new TreeSet<>(index.sources());
    others.removeAll(followed);
    Map<SourceId, Long> documents = new TreeMap<>();
    others.forEach(source -> documents.put(source, index.ledger(source).documents()));
    return documents;
  }

  private static void log(SourceId source, long documents) {
    LOG.log(
        Level.INFO,
        () ->
            "Source %s is not configured any more: %s of it went out of the index."
                .formatted(source, documents == 1 ? "1 document" : documents + " documents"));
  }
}

package dev.gill.app.house;

import dev.gill.sync.Rebuilding;
import dev.gill.sync.SourceStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Why the index in use began empty although there had been one.
 *
 * @param why in one sentence
 * @param since when
 */
record Anew(String why, Instant since) {
  /** How far it is; empty once every source was in step or cannot be read. */
  Optional<Rebuilding> status(List<SourceStatus> sources) {
    boolean done =
        sources.stream()
            .allMatch(each -> each.inStepAt().isPresent() || each.trouble().isPresent());
    if (done) {
      return Optional.empty();
    }
    long documents = sources.stream().mapToLong(SourceStatus::documents).sum();
    long left = sources.stream().mapToLong(each -> each.remaining().orElse(0)).sum();
    return Optional.of(new Rebuilding(documents, documents + left, since, why, Optional.empty()));
  }
}

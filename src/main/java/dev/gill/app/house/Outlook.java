package dev.gill.app.house;

import dev.gill.index.IndexException;
import dev.gill.index.Soundness;
import dev.gill.model.SourceId;
import dev.gill.sync.Rebuilding;
import dev.gill.sync.SourceStatus;
import dev.gill.sync.Succession;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says how far the next index is.
 *
 * @param former the index in use
 * @param why another one is needed, in one sentence
 */
record Outlook(LiveIndex former, String why, Instant since) {
  Succession succession(LiveIndex next) {
    return new Succession(former.breathing(), former.engine(), next.breathing(), next.engine());
  }

  /**
   * Whether the next index can be put in use. One that takes the place of a lost one need not agree
   * with what that held last.
   */
  boolean isDue(LiveIndex next) {
    return isLost() ? awaited(next).isEmpty() : succession(next).isDue();
  }

  boolean isLost() {
    return former.engine().inspect(false) != Soundness.WHOLE;
  }

  /** What was lost may not even say any more which sources it held. */
  private Set<SourceId> awaited(LiveIndex next) {
    try {
      return succession(next).awaited();
    } catch (IndexException | InternalError e) {
      return next.breathing().sources().stream()
          .filter(each -> each.inStepAt().isEmpty() && each.trouble().isEmpty())
          .map(SourceStatus::source)
          .collect(Collectors.toSet());
    }
  }

  /**
   * @param next what was begun
   * @param waiting what keeps it from going on, if that is known already
   */
  Rebuilding of(Optional<LiveIndex> next, Optional<String> waiting) {
    Succession.Progress progress =
        next.map(each -> succession(each).progress()).orElseGet(this::nothingYet);
    return new Rebuilding(
        progress.documents(),
        progress.ofAbout(),
        since,
        why,
        waiting.or(() -> next.flatMap(this::unreadable)));
  }

  private Succession.Progress nothingYet() {
    return new Succession.Progress(
        0, former.breathing().sources().stream().mapToLong(SourceStatus::documents).sum());
  }

  /** Nothing but sources that cannot be read is missing. */
  private Optional<String> unreadable(LiveIndex next) {
    Set<SourceId> awaited = succession(next).awaited();
    Set<SourceId> down =
        next.breathing().sources().stream()
            .filter(status -> status.trouble().isPresent())
            .map(SourceStatus::source)
            .collect(Collectors.toSet());
    return awaited.isEmpty() || !down.containsAll(awaited)
        ? Optional.empty()
        : Optional.of(
            "It takes over when it has read %s, which cannot be read at present."
                .formatted(awaited.stream().map(SourceId::name).collect(Collectors.joining(", "))));
  }
}

package dev.gill.sync;

import dev.gill.source.Change;
import dev.gill.sync.Drafter.Draft;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The steps that are still to be done for a source, in two queues. What is in the fresh one goes
 * before all that is in the bulk one.
 */
final class WorkQueue {
  /** Which queue. */
  enum Lane {
    /** For an edit that somebody may ask about in a moment. */
    FRESH,
    /** For what takes long, such as a first pass. */
    BULK
  }

  /** A step that is so short that a fresh edit may wait for it. */
  sealed interface Step {
    /** Parse and chunk one document. */
    record Parse(PendingBatch batch, Change.Upserted change) implements Step {}

    /** Find the vectors of all drafts; the slices that are missing and the commits come next. */
    record FindVectors(PendingBatch batch) implements Step {}

    /** Make the vectors of some texts. */
    record Embed(PendingBatch batch, Slice slice) implements Step {}

    /** Write some of the drafts, whose vectors are all there by then. */
    record Commit(PendingBatch batch, List<Draft> drafts, boolean last) implements Step {}
  }

  private final Deque<Step> fresh = new ArrayDeque<>();
  private final Deque<Step> bulk = new ArrayDeque<>();

  boolean isEmpty() {
    return fresh.isEmpty() && bulk.isEmpty();
  }

  boolean isEmpty(Lane lane) {
    return queue(lane).isEmpty();
  }

  /** Takes the step that is next in a queue, which is not empty. */
  Step take(Lane lane) {
    return queue(lane).removeFirst();
  }

  /** Adds steps behind all others of a queue. */
  void add(Lane lane, List<Step> steps) {
    steps.forEach(queue(lane)::addLast);
  }

  /** Adds what a step led to before all others of a queue. */
  void addNext(Lane lane, List<Step> steps) {
    steps.reversed().forEach(queue(lane)::addFirst);
  }

  private Deque<Step> queue(Lane lane) {
    return switch (lane) {
      case FRESH -> fresh;
      case BULK -> bulk;
    };
  }
}

package dev.gill.sync;

import dev.gill.index.SourceLedger.Checkpoint;
import dev.gill.model.Chunk;
import dev.gill.model.Cursor;
import dev.gill.model.DocId;
import dev.gill.model.Fingerprint;
import dev.gill.source.Batch;
import dev.gill.source.Change;
import dev.gill.source.Source;
import dev.gill.source.SourceException;
import dev.gill.sync.Drafter.Draft;
import dev.gill.sync.WorkQueue.Lane;
import dev.gill.sync.WorkQueue.Step;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes in one batch of a source, and whatever overtakes it, in one direction: poll, classify,
 * parse and chunk, find vectors, make those that are missing, build the changeset, commit.
 *
 * <p>A batch becomes short steps in a queue. Before each bulk one the source is asked whether
 * something presses; the steps of that go into the fresh queue, and so before all that is left of
 * the older batch. What the older batch says of the same documents is out of date then and left
 * out. The cursor moves with the last commit, to the last batch that was polled; a failure or a
 * crash before has the source report all of it again.
 *
 * <p>For one run, on one thread.
 */
final class Pipeline implements AutoCloseable {
  /** How often a source is asked whether something presses while a bulk slice is under way. */
  private static final long LOOK_MILLIS = 5;

  private final Source source;
  private final Intake intake;
  private final Committer committer;
  private final SourceHealth health;
  private final InstantSource clock;
  private final Optional<Checkpoint> before;
  private final Instant begun;
  private final WorkQueue queue = new WorkQueue();
  private final List<PendingBatch> batches = new ArrayList<>();
  private final BulkEmbedding bulk;
  private Batch latest;

  /**
   * @param before how far the index has taken the source in
   * @param begun when the pass began to which this run belongs: a source that has no more is in
   *     step as of then, since what was added behind its back meanwhile may be in no batch
   */
  Pipeline(
      Source source,
      Intake intake,
      Committer committer,
      SourceHealth health,
      InstantSource clock,
      Optional<Checkpoint> before,
      Instant begun) {
    this.source = source;
    this.intake = intake;
    this.committer = committer;
    this.health = health;
    this.clock = clock;
    this.before = before;
    this.begun = begun;
    this.bulk = new BulkEmbedding(intake);
  }

  /** Polls, and takes in what that reports. Returns the last batch that was polled. */
  Batch run() throws SourceException, InterruptedException {
    poll(stored(), Lane.BULK);
    while (!queue.isEmpty()) {
      if (!queue.isEmpty(Lane.BULK) && source.pressing()) {
        poll(Optional.of(latest.next()), Lane.FRESH);
      }
      while (!queue.isEmpty(Lane.FRESH)) {
        perform(queue.take(Lane.FRESH), Lane.FRESH);
      }
      if (!queue.isEmpty(Lane.BULK) && bulk.isIdleWithin(LOOK_MILLIS)) {
        perform(queue.take(Lane.BULK), Lane.BULK);
      }
    }
    return latest;
  }

  private void poll(Optional<Cursor> after, Lane lane)
      throws SourceException, InterruptedException {
    health.asking(clock.instant());
    latest = source.poll(after);
    if (lane == Lane.FRESH
        && latest.changes().stream().anyMatch(Change.Remaining.class::isInstance)) {
      throw new IllegalStateException("source " + source.id() + " overtook itself as a whole");
    }
    PendingBatch batch = intake.classify(source.id(), latest);
    committer.narrow(source.id(), batch.rights());
    batches.forEach(older -> older.supersededBy(batch));
    batches.add(batch);
    remove(batch);
    List<Step> steps = new ArrayList<>();
    batch.changed().forEach(change -> steps.add(new Step.Parse(batch, change)));
    steps.add(new Step.FindVectors(batch));
    queue.add(lane, steps);
  }

  /**
   * What is gone for good stops answering at once, and does not wait until the rest of its batch is
   * embedded. What has only moved goes with the commit that holds its new place.
   */
  private void remove(PendingBatch batch) throws InterruptedException {
    Set<DocId> leaving = intake.leaving(batch);
    if (!leaving.isEmpty()) {
      committer.commit(intake.changeset(source.id(), batch.part(leaving), List.of()));
    }
  }

  private void perform(Step step, Lane lane) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    health.progressed(clock.instant());
    switch (step) {
      case Step.Parse(PendingBatch batch, Change.Upserted change) -> {
        if (!batch.isSuperseded(change.doc())) {
          batch.add(intake.draft(change));
        }
      }
      case Step.FindVectors(PendingBatch batch) -> findVectors(batch);
      case Step.Embed embed when lane == Lane.BULK -> bulk.start(embed);
      case Step.Embed(PendingBatch batch, Slice slice) -> batch.add(intake.embed(slice, lane));
      case Step.Commit commit -> commit(commit);
    }
  }

  /** More than one slice is bulk from here on, even of a batch that pressed. */
  private void findVectors(PendingBatch batch) throws InterruptedException {
    batch.add(intake.find(batch.chunks()));
    Set<Fingerprint> there = new HashSet<>(batch.vectors().texts());
    List<Step> steps = new ArrayList<>();
    int missing = 0;
    List<List<Draft>> parts = batch.parts();
    for (List<Draft> part : parts) {
      List<Chunk> chunks = part.stream().flatMap(draft -> draft.chunks().stream()).toList();
      for (Slice slice : intake.missing(chunks, there)) {
        steps.add(new Step.Embed(batch, slice));
        slice.chunks().forEach(chunk -> there.add(chunk.fingerprint()));
        missing += slice.chunks().size();
      }
      steps.add(new Step.Commit(batch, part, part == parts.getLast()));
    }
    if (missing > 0) {
      remove(batch);
    }
    queue.addNext(missing > Slice.MOST ? Lane.BULK : Lane.FRESH, steps);
  }

  /**
   * The cursor moves with the commit after which nothing is left to do, and rights widen with the
   * last of the batch that reported them.
   */
  private void commit(Step.Commit step) throws InterruptedException {
    Part part = intake.changeset(source.id(), step.batch(), step.drafts());
    if (step.last()) {
      part = part.with(committer.news(source.id(), step.batch().rights()));
    }
    boolean moves = queue.isEmpty() && !stored().equals(Optional.of(latest.next()));
    if (moves || !part.changesNothing()) {
      committer.commit(queue.isEmpty() ? part.upTo(checkpoint()) : part);
    }
  }

  /** A cursor that was reached by other rules of parsing and chunking holds for nothing now. */
  private Optional<Cursor> stored() {
    return before
        .filter(at -> at.recipe().equals(intake.rules(source.id())))
        .map(Checkpoint::cursor);
  }

  private Checkpoint checkpoint() {
    Instant inStepAt = latest.more() ? before.map(Checkpoint::at).orElse(Checkpoint.NEVER) : begun;
    return new Checkpoint(latest.next(), intake.rules(source.id()), inStepAt);
  }

  @Override
  public void close() {
    bulk.close();
  }
}

package dev.gill.sync;

import dev.gill.index.Changeset;
import dev.gill.index.SourceLedger.Checkpoint;
import dev.gill.model.Rights;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A part of a batch that is written at once.
 *
 * @param changeset empty of changes if nothing needs to be written but perhaps the cursor
 * @param breaths one for each document that changes; what the commit takes is not in them yet
 * @param embedded how many texts were embedded for it
 */
record Part(Changeset changeset, List<Breath> breaths, int embedded) {
  Part {
    breaths = List.copyOf(breaths);
  }

  boolean changesNothing() {
    return changeset.writes().isEmpty()
        && changeset.deletes().isEmpty()
        && changeset.failures().isEmpty()
        && changeset.rights().isEmpty();
  }

  /** The same, with what becomes known of rights. */
  Part with(Rights rights) {
    Changeset knowing =
        new Changeset(
            changeset.source(),
            changeset.writes(),
            changeset.deletes(),
            changeset.failures(),
            rights,
            changeset.checkpoint());
    return new Part(knowing, breaths, embedded);
  }

  /** The same, bringing the source to this checkpoint. */
  Part upTo(Checkpoint checkpoint) {
    Changeset moving =
        new Changeset(
            changeset.source(),
            changeset.writes(),
            changeset.deletes(),
            changeset.failures(),
            changeset.rights(),
            Optional.of(checkpoint));
    return new Part(moving, breaths, embedded);
  }

  /** How many chunks of the documents that are written had a vector already. */
  int reused() {
    return breaths.stream().mapToInt(Breath::reused).sum();
  }

  /** The breaths, completed by each document's share of the commit after which it is found. */
  List<Breath> foundAt(Instant now, Duration commit) {
    long all = breaths.stream().mapToLong(Breath::weight).sum();
    return breaths.stream()
        .map(breath -> breath.foundAt(now, Breath.share(commit, breath.weight(), all)))
        .toList();
  }
}

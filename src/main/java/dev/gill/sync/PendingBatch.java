package dev.gill.sync;

import dev.gill.model.Chunk;
import dev.gill.model.DocId;
import dev.gill.model.Rights;
import dev.gill.model.Scope;
import dev.gill.source.Change;
import dev.gill.sync.Drafter.Draft;
import dev.gill.sync.Drafter.Drafted;
import dev.gill.sync.Drafter.Failed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A batch on its way into the index: what each stage has made of it so far. */
final class PendingBatch {
  /**
   * Chunks that are written at a time. Building their part of the vectors' graph takes about a
   * millisecond each, and nothing else is written meanwhile.
   */
  private static final int CHUNKS = 64;

  private final Set<DocId> reported;
  private final List<Change.Upserted> changed;
  private final List<Failed> failed;
  private final Map<DocId, Scope> gone;
  private Rights rights;
  private final List<Draft> drafts = new ArrayList<>();
  private final Vectors vectors = new Vectors();
  private final Set<DocId> superseded = new HashSet<>();

  /**
   * @param reported all documents that the batch says anything of
   * @param changed those that are to be read
   * @param failed those that the source cannot read
   * @param gone those that leave the index, with the scope whose readers may hear of it
   * @param rights what the batch reports of them
   */
  PendingBatch(
      Set<DocId> reported,
      List<Change.Upserted> changed,
      List<Failed> failed,
      Map<DocId, Scope> gone,
      Rights rights) {
    this.reported = Set.copyOf(reported);
    this.changed = List.copyOf(changed);
    this.failed = new ArrayList<>(failed);
    this.gone = new HashMap<>(gone);
    this.rights = rights;
  }

  List<Change.Upserted> changed() {
    return changed;
  }

  /** Leaves out what a newer batch reports on: what this one says of it is out of date. */
  void supersededBy(PendingBatch newer) {
    superseded.addAll(newer.reported);
    drafts.removeIf(draft -> superseded.contains(draft.head().id()));
    failed.removeIf(each -> superseded.contains(each.failure().doc()));
    gone.keySet().removeAll(superseded);
    rights = rights.without(newer.rights);
  }

  /** A batch of these alone, which go before the rest of this one. */
  PendingBatch part(Set<DocId> leaving) {
    Map<DocId, Scope> first = new HashMap<>(gone);
    first.keySet().retainAll(leaving);
    gone.keySet().removeAll(leaving);
    return new PendingBatch(leaving, List.of(), List.of(), first, Rights.NONE);
  }

  boolean isSuperseded(DocId doc) {
    return superseded.contains(doc);
  }

  void add(Drafted drafted) {
    switch (drafted) {
      case Draft draft -> drafts.add(draft);
      case Failed each -> failed.add(each);
    }
  }

  void add(Vectors more) {
    vectors.add(more);
  }

  /** The chunks of all drafts. */
  List<Chunk> chunks() {
    return drafts.stream().flatMap(draft -> draft.chunks().stream()).toList();
  }

  Vectors vectors() {
    return vectors;
  }

  List<Failed> failed() {
    return failed;
  }

  Map<DocId, Scope> gone() {
    return gone;
  }

  /** What holds once the last of its documents is in the index. */
  Rights rights() {
    return rights;
  }

  /**
   * The drafts in parts that can be written one after the other, so that no write is long: of so
   * many chunks, or of one document that has more. A batch in which something goes or fails is one
   * part, since a text may move. At least one part, which may be empty.
   */
  List<List<Draft>> parts() {
    if (!gone.isEmpty() || !failed.isEmpty()) {
      return List.of(List.copyOf(drafts));
    }
    List<List<Draft>> parts = new ArrayList<>();
    List<Draft> part = new ArrayList<>();
    int size = 0;
    for (Draft draft : drafts) {
      if (!part.isEmpty() && size + draft.chunks().size() > CHUNKS) {
        parts.add(List.copyOf(part));
        part.clear();
        size = 0;
      }
      part.add(draft);
      size += draft.chunks().size();
    }
    parts.add(List.copyOf(part));
    return parts;
  }
}

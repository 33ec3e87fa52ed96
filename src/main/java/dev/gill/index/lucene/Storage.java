package dev.gill.index.lucene;

import dev.gill.index.Changeset;
import dev.gill.index.DocWrite;
import dev.gill.model.Access;
import dev.gill.model.DocId;
import dev.gill.model.Failure;
import dev.gill.model.SourceId;
import dev.gill.model.Space;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.Directory;

/** One opening of Lucene's writer. It holds the folder's lock until closed; one thread uses it. */
final class Storage implements AutoCloseable {
  private static final double BUFFER_MB = 64;

  /**
   * Segments below this are merged without regard to their size. With Lucene's 16 MB every few
   * edits rebuild a graph of thousands of vectors, which took twice the processor time.
   */
  private static final double SMALL_SEGMENT_MB = 2;

  /** Every segment has a graph to walk, so that fewer of them make a search cheaper. */
  private static final double SEGMENTS_A_TIER = 3;

  private final IndexWriter writer;
  private CommitData data;
  private Access access;

  private Storage(IndexWriter writer, CommitData data, Access access) {
    this.writer = writer;
    this.data = data;
    this.access = access;
  }

  /** Opens what was last committed, or a new index. */
  static Storage open(Directory directory, Set<Space> spaces, Object place) throws IOException {
    return open(directory, spaces, place, !DirectoryReader.indexExists(directory));
  }

  /**
   * Opens what was last committed.
   *
   * @throws IOException if it is gone: whoever still follows the sources believes it to be there
   */
  static Storage openAgain(Directory directory, Set<Space> spaces, Object place)
      throws IOException {
    if (!DirectoryReader.indexExists(directory)) {
      throw new IndexNotFoundException("its files are gone");
    }
    return open(directory, spaces, place, false);
  }

  private static Storage open(Directory directory, Set<Space> spaces, Object place, boolean fresh)
      throws IOException {
    IndexWriter writer = new IndexWriter(directory, config(place));
    try {
      CommitData data = CommitData.of(spaces);
      if (fresh) {
        writer.setLiveCommitData(data.written().entrySet());
        writer.commit();
      } else {
        data =
            CommitData.read(DirectoryReader.listCommits(directory).getLast().getUserData(), place);
        data.requireSpaces(spaces, place);
      }
      try (DirectoryReader reader = DirectoryReader.open(writer)) {
        return new Storage(writer, data, AccessDocuments.read(reader));
      }
    } catch (IOException | RuntimeException e) {
      writer.rollback();
      throw e;
    }
  }

  /**
   * Refreshing must not wait for merges that a commit sets off: that made one in a hundred slow.
   */
  private static IndexWriterConfig config(Object place) {
    TieredMergePolicy merging = new TieredMergePolicy();
    merging.setFloorSegmentMB(SMALL_SEGMENT_MB);
    merging.setSegmentsPerTier(SEGMENTS_A_TIER);
    return new IndexWriterConfig(Analysis.INSTANCE)
        .setMergePolicy(merging)
        .setMergeScheduler(new Merges(place))
        .setCodec(new VectorCodec())
        .setSimilarity(Queries.SIMILARITY)
        .setRAMBufferSizeMB(BUFFER_MB)
        .setMaxFullFlushMergeWaitMillis(0)
        .setCommitOnClose(false);
  }

  /** Makes a changeset durable. After an exception this storage is of no more use: close it. */
  void commit(Changeset changes) throws IOException {
    for (DocId gone : changes.deletes()) {
      writer.deleteDocuments(of(gone));
    }
    for (Failure failure : changes.failures()) {
      writer.updateDocument(of(failure.doc()), Blocks.of(failure));
    }
    for (DocWrite write : changes.writes()) {
      writer.updateDocuments(of(write.head().id()), Blocks.of(write));
    }
    Access known = access.with(changes.source(), changes.rights());
    AccessDocuments.write(writer, changes.source(), changes.rights(), known);
    commit(
        known,
        changes
            .checkpoint()
            .map(checkpoint -> data.with(changes.source(), checkpoint))
            .orElse(data));
  }

  /** Durably forgets sources. After an exception this storage is of no more use: close it. */
  void drop(Set<SourceId> sources) throws IOException {
    for (SourceId source : sources) {
      for (String field : Fields.OF_A_SOURCE) {
        writer.deleteDocuments(new Term(field, source.name()));
      }
    }
    commit(access.without(sources), data.without(sources));
  }

  private void commit(Access known, CommitData moved) throws IOException {
    writer.setLiveCommitData(moved.written().entrySet());
    writer.commit();
    data = moved;
    access = known;
  }

  /** Who may read what, as of the last changeset. */
  Access access() {
    return access;
  }

  /**
   * Keeps the segments that were merged since the last changeset; closing would forget them, and
   * the next opening would have to merge them again.
   */
  void keepMerges() throws IOException {
    if (writer.isOpen() && writer.hasUncommittedChanges()) {
      writer.commit();
    }
  }

  private static Term of(DocId doc) {
    return new Term(Fields.DOC, doc.toString());
  }

  /** A reader of what was committed. */
  DirectoryReader reader() throws IOException {
    return DirectoryReader.open(writer);
  }

  /** A reader of what was committed, sharing with an earlier one what has not changed. */
  DirectoryReader reader(DirectoryReader before) throws IOException {
    DirectoryReader changed = DirectoryReader.openIfChanged(before, writer);
    if (changed == null) {
      before.incRef();
      return before;
    }
    return changed;
  }

  /** Forgets what was not committed, and lets go of the lock. */
  @Override
  public void close() throws IOException {
    writer.rollback();
  }

  boolean isOpen() {
    return writer.isOpen();
  }

  /** What made the writer close itself, if it did. */
  Optional<Throwable> tragedy() {
    return Optional.ofNullable(writer.getTragicException());
  }

  /** Why the writer closed itself. */
  String broken(Object place) {
    Throwable cause = writer.getTragicException();
    return Trouble.writing(place, cause == null ? new IOException("the writer is closed") : cause)
        .getMessage();
  }
}

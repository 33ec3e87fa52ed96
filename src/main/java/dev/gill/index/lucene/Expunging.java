package dev.gill.index.lucene;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * Writes every segment anew that holds something deleted, since Lucene only marks what is deleted
 * and drops it when it happens to merge.
 */
final class Expunging {
  private Expunging() {}

  static void of(Path folder) {
    TieredMergePolicy merging = new TieredMergePolicy();
    merging.setForceMergeDeletesPctAllowed(0);
    IndexWriterConfig config =
        new IndexWriterConfig(Analysis.INSTANCE)
            .setMergePolicy(merging)
            .setCodec(new VectorCodec())
            .setSimilarity(Queries.SIMILARITY)
            .setOpenMode(IndexWriterConfig.OpenMode.APPEND);
    try (Directory directory = FSDirectory.open(folder);
        IndexWriter writer = new IndexWriter(directory, config)) {
      writer.setLiveCommitData(
          DirectoryReader.listCommits(directory).getLast().getUserData().entrySet());
      writer.forceMergeDeletes(true);
      writer.commit();
      writer.deleteUnusedFiles();
    } catch (IOException e) {
      throw Trouble.opening(folder, e);
    }
  }
}

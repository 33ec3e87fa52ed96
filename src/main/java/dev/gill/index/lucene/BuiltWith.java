package dev.gill.index.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** Looks what an index was built with before it is opened. */
final class BuiltWith {
  private BuiltWith() {}

  /** What its last commit carries; empty if there is no index. */
  static Optional<CommitData> in(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Directory directory = FSDirectory.open(folder)) {
      return DirectoryReader.indexExists(directory)
          ? Optional.of(
              CommitData.read(SegmentInfos.readLatestCommit(directory).getUserData(), folder))
          : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      throw Trouble.opening(folder, e);
    }
  }
}

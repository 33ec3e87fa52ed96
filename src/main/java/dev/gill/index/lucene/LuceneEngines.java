package dev.gill.index.lucene;

import dev.gill.index.Engines;
import dev.gill.index.IndexEngine;
import dev.gill.model.Space;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Indexes of Apache Lucene, each in a folder. */
public final class LuceneEngines implements Engines {
  @Override
  public IndexEngine open(Path folder, Set<Space> spaces) {
    return LuceneEngine.open(folder, spaces);
  }

  @Override
  public IndexEngine openFormer(Path folder, Set<Space> written) {
    return LuceneEngine.openFormer(folder, written);
  }

  @Override
  public Optional<Set<Space>> spaces(Path folder) {
    return BuiltWith.in(folder).map(CommitData::spaces);
  }

  @Override
  public IndexEngine reading(Path folder) {
    return ReadOnlyEngine.open(folder);
  }

  @Override
  public long backUp(Path folder, Path backup) {
    return Backup.of(folder, backup);
  }

  @Override
  public void restore(Path backup, Path folder) {
    Backup.restore(backup, folder);
  }

  @Override
  public void expunge(Path folder) {
    Expunging.of(folder);
  }
}

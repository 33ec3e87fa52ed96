package dev.gill.index.lucene;

import dev.gill.index.Changeset;
import dev.gill.index.IndexEngine;
import dev.gill.index.IndexException;
import dev.gill.index.Snapshot;
import dev.gill.model.Check;
import dev.gill.model.SourceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** Reads the last commit of an index that another process may be writing to. */
final class ReadOnlyEngine implements IndexEngine {
  private final Directory directory;
  private final Path folder;
  private volatile boolean closed;

  private ReadOnlyEngine(Directory directory, Path folder) {
    this.directory = directory;
    this.folder = folder;
  }

  static ReadOnlyEngine open(Path folder) {
    try {
      if (!Files.isDirectory(folder)) {
        throw new IndexNotFoundException("no folder");
      }
      ReadOnlyEngine engine = new ReadOnlyEngine(FSDirectory.open(folder), folder);
      engine.snapshot().close();
      return engine;
    } catch (IOException e) {
      throw Trouble.opening(folder, e);
    }
  }

  @Override
  public Snapshot snapshot() {
    if (closed) {
      throw new IndexException("the index in %s is closed; open it again".formatted(folder));
    }
    try {
      DirectoryReader reader = DirectoryReader.open(directory);
      try {
        return new LuceneSnapshot(View.of(reader, AccessDocuments.read(reader), folder), folder);
      } catch (IOException | RuntimeException e) {
        reader.close();
        throw e;
      }
    } catch (IOException e) {
      throw Trouble.opening(folder, e);
    }
  }

  @Override
  public void commit(Changeset changes) {
    throw onlyRead();
  }

  @Override
  public void drop(Set<SourceId> sources) {
    throw onlyRead();
  }

  private IndexException onlyRead() {
    return new IndexException(
        "the index in %s is open for reading only; let the Gill that runs on it take changes in"
            .formatted(folder));
  }

  @Override
  public Check check() {
    try {
      snapshot().close();
      return new Check.Ok();
    } catch (IndexException e) {
      return new Check.Down(e.getMessage());
    }
  }

  @Override
  public void close() {
    closed = true;
    try {
      directory.close();
    } catch (IOException e) {
      throw Trouble.reading(folder, e);
    }
  }
}

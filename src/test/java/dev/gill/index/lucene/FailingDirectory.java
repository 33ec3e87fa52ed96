package dev.gill.index.lucene;

import java.io.IOException;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;

/** A disk that can be filled up. */
final class FailingDirectory extends FilterDirectory {
  /** What no longer goes once the disk is full. */
  enum Step {
    CREATE,
    SYNC,
    RENAME
  }

  private volatile Step failing;
  private volatile boolean fullForMerges;
  private final AtomicInteger failedMerges = new AtomicInteger();

  FailingDirectory(Directory directory) {
    super(directory);
  }

  void fail(Step step) {
    failing = step;
  }

  /** Merging takes more room than there is. */
  void failMerges() {
    fullForMerges = true;
  }

  int failedMerges() {
    return failedMerges.get();
  }

  void heal() {
    failing = null;
    fullForMerges = false;
  }

  private void mayFail(Step step) throws IOException {
    if (failing == step) {
      throw new IOException("No space left on device");
    }
  }

  @Override
  public IndexOutput createOutput(String name, IOContext context) throws IOException {
    mayFail(Step.CREATE);
    if (fullForMerges && context.context() == IOContext.Context.MERGE) {
      failedMerges.incrementAndGet();
      throw new IOException("No space left on device");
    }
    return super.createOutput(name, context);
  }

  @Override
  public void sync(Collection<String> names) throws IOException {
    mayFail(Step.SYNC);
    super.sync(names);
  }

  @Override
  public void rename(String from, String to) throws IOException {
    mayFail(Step.RENAME);
    super.rename(from, to);
  }
}

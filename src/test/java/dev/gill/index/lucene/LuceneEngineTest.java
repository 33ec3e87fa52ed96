package dev.gill.index.lucene;

import dev.gill.index.IndexEngine;
import dev.gill.index.IndexEngineContract;
import dev.gill.index.Samples;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class LuceneEngineTest extends IndexEngineContract {
  @TempDir private Path folder;

  @Override
  protected IndexEngine open() {
    return LuceneEngine.open(folder.resolve("index"), Samples.SPACES);
  }
}

package dev.gill.index.lucene;

import dev.gill.index.ExactEngineContract;
import dev.gill.index.IndexEngine;
import dev.gill.index.Samples;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class LuceneEngineTest extends ExactEngineContract {
  @TempDir private Path folder;

  @Override
  protected IndexEngine open() {
    return LuceneEngine.open(folder.resolve("index"), Samples.SPACES);
  }
}

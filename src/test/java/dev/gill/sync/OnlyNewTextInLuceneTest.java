package dev.gill.sync;

import dev.gill.index.IndexEngine;
import dev.gill.index.lucene.LuceneEngine;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class OnlyNewTextInLuceneTest extends OnlyNewTextContract {
  @TempDir private Path folder;

  @Override
  IndexEngine open() {
    return LuceneEngine.open(folder, Bench.SPACES);
  }
}

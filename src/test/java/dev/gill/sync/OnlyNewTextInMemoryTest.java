package dev.gill.sync;

import dev.gill.index.IndexEngine;
import dev.gill.index.MemoryEngine;

class OnlyNewTextInMemoryTest extends OnlyNewTextContract {
  @Override
  IndexEngine open() {
    return new MemoryEngine();
  }
}

package dev.gill.index;

class MemoryEngineTest extends IndexEngineContract {
  @Override
  protected IndexEngine open() {
    return new MemoryEngine();
  }
}

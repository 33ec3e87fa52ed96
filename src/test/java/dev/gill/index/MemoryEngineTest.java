package dev.gill.index;

class MemoryEngineTest extends ExactEngineContract {
  @Override
  protected IndexEngine open() {
    return new MemoryEngine();
  }
}

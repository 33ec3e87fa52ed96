package dev.gill.index;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What every index engine does, as tests. An engine's test extends this and says how one is opened.
 */
public abstract class IndexEngineContract
    implements DocumentsContract,
        LedgerContract,
        VectorsContract,
        LexicalContract,
        NearestContract,
        RenderedContract,
        FilterContract,
        AccessContract,
        SnapshotContract,
        SwapContract {
  private IndexEngine engine;

  /** An empty engine for {@link Samples#SPACES}. */
  protected abstract IndexEngine open() throws Exception;

  @BeforeEach
  void openEngine() throws Exception {
    engine = open();
  }

  @AfterEach
  void closeEngine() {
    engine.close();
  }

  @Override
  public IndexEngine engine() {
    return engine;
  }
}

package dev.gill.index;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What every index engine does, as tests, also one that finds the nearest approximately and shows a
 * commit a moment later. An engine's test extends this and says how one is opened; one that is
 * exact extends {@link ExactEngineContract}.
 */
public abstract class EveryEngineContract
    implements DocumentsContract,
        LedgerContract,
        VectorsContract,
        LexicalContract,
        NearestContract,
        RenderedContract,
        FilterContract,
        HeadsContract,
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

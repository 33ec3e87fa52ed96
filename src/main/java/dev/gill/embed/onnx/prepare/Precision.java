package dev.gill.embed.onnx.prepare;

/**
 * How exactly a graph computes, from the fastest to the most exact. All keep int8 weights and one
 * scale or more for each token, so that a token's numbers never depend on its neighbours' scale.
 */
public enum Precision {
  /** A scale for each token and for each column of weights. */
  ROWS(false, false, false),
  /**
   * The same; but what goes into the widening step is evened out between channels first (after
   * SmoothQuant, Xiao et al. 2023, with the layer norm's own scale and shift in place of measured
   * ranges), and the last layer's one row is computed in blocks.
   */
  EVENED(true, true, false),
  /** The same, and the values of attention are computed in blocks. */
  EVENED_VALUES(true, true, true);

  private final boolean evened;
  private final boolean lastInBlocks;
  private final boolean valuesInBlocks;

  Precision(boolean evened, boolean lastInBlocks, boolean valuesInBlocks) {
    this.evened = evened;
    this.lastInBlocks = lastInBlocks;
    this.valuesInBlocks = valuesInBlocks;
  }

  boolean evened() {
    return evened;
  }

  boolean lastInBlocks() {
    return lastInBlocks;
  }

  boolean valuesInBlocks() {
    return valuesInBlocks;
  }
}

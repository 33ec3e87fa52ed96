package dev.gill.embed.onnx.prepare;

/**
 * How exactly a graph computes, from the fastest to the most exact. Weights are int8 with a scale
 * for each column; a text is always alone, so that its vector never depends on its company.
 */
public enum Precision {
  /** Activations share a scale over the whole text; only behind a GELU has each token its own. */
  TEXT,
  /** A scale for each token. */
  TOKEN
}

package dev.gill.embed.onnx.prepare;

/** What a graph yields of a text. */
public enum Output {
  /** The first token's state, as a vector of unit length. */
  FIRST,
  /** The mean over all tokens' states, as a vector of unit length. */
  MEAN,
  /** The scores of each token, as a reader of two texts gives them. */
  SCORES
}

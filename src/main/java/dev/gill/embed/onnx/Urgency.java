package dev.gill.embed.onnx;

/** What goes before what, when several callers want a model. */
enum Urgency {
  /** A question: before all else, and on a thread of its own if all others are busy. */
  QUESTION,
  /** Passages that somebody waits for: a fresh edit, or sentences that an answer is made of. */
  SOON,
  /** A long list that nobody waits for: when nothing else is there. */
  BULK
}

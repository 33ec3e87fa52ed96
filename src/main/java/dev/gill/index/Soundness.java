package dev.gill.index;

/** What an engine finds when it looks at what it stored. */
public enum Soundness {
  /** All of it is there. */
  WHOLE,
  /** Somebody deleted it, or some of it. What is open still can be read. */
  GONE,
  /** It is not what was written. */
  DAMAGED
}

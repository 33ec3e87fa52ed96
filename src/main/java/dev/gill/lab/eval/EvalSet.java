package dev.gill.lab.eval;

/** Something to measure the house on. */
sealed interface EvalSet permits Collection, Pairs {
  /** What the set is called. */
  String name();
}

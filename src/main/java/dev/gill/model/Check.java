package dev.gill.model;

/** Whether a component works, as a value that health reports are made of. */
public sealed interface Check {
  /** It works. */
  record Ok() implements Check {}

  /** It does not; {@code why} is one sentence for the person who runs Gill. */
  record Down(String why) implements Check {}
}

package dev.gill.bench;

/** Takes a line about what is under way; it is no part of the result. */
interface Progress {
  /** Tells nobody. */
  Progress SILENT = line -> {};

  void say(String line);
}

package dev.gill.bench;

/** One that takes part in a {@link Race}. */
record Contestant(String name, Task task) {
  /** What is timed. */
  interface Task {
    /**
     * Does it once.
     *
     * @param round from 0 on, so that all contestants can be given the same input in a round;
     *     warm-up rounds come first and count from 0 too
     */
    void run(int round) throws Exception;
  }
}

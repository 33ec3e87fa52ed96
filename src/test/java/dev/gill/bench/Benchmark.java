package dev.gill.bench;

import java.util.Map;

/** Something that {@code ./gill bench NAME} measures. */
interface Benchmark {
  /** The word by which it is asked for. */
  String name();

  /** What it measures, in one line. */
  String about();

  /** The options it knows, each with its default, in the order in which help names them. */
  Map<String, String> defaults();

  /**
   * Measures.
   *
   * @throws UsageException if an option cannot be used, in one sentence that says what to do
   */
  Report run(Options options, Progress progress) throws Exception;
}

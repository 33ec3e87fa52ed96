package dev.gill.lab;

import java.time.Duration;
import java.util.List;

/**
 * What a replay came to.
 *
 * @param documents documents in the index at the end
 * @param chunks their chunks
 * @param first the first pass
 * @param steps one entry for each commit after it
 * @param outOfStep commits after which the index was not what it must be, with the first thing that
 *     was wrong
 * @param verification the index at the end against a rebuild
 */
public record ReplayReport(
    long documents,
    long chunks,
    Step first,
    List<Step> steps,
    List<String> outOfStep,
    Verification verification) {
  /**
   * One step.
   *
   * @param embedded chunks that had to be embedded
   * @param whole chunks of the documents that changed: what embedding whole documents would cost
   * @param took from the change until it could be found
   */
  public record Step(int embedded, int whole, Duration took) {}

  public ReplayReport {
    steps = List.copyOf(steps);
    outOfStep = List.copyOf(outOfStep);
  }

  /** Whether the index was in step after every commit and agrees with a rebuild at the end. */
  public boolean good() {
    return outOfStep.isEmpty() && verification.agrees();
  }

  /** The report for people, a line each. */
  public List<String> lines() {
    int embedded = steps.stream().mapToInt(Step::embedded).sum();
    int whole = steps.stream().mapToInt(Step::whole).sum();
    List<Duration> times = steps.stream().map(Step::took).sorted().toList();
    return List.of(
        "first pass   %,d chunks embedded in %.1f s"
            .formatted(first.embedded(), seconds(first.took())),
        "commits      %,d, in step after %,d of them"
            .formatted(steps.size(), steps.size() - outOfStep.size()),
        "embedded     %,d chunks; the documents that changed have %,d (%.1f times as many)"
            .formatted(embedded, whole, embedded == 0 ? 0 : (double) whole / embedded),
        "per commit   p50 %d ms, p99 %d ms, all %.1f s"
            .formatted(
                percentile(times, 50).toMillis(),
                percentile(times, 99).toMillis(),
                seconds(times.stream().reduce(Duration.ZERO, Duration::plus))),
        "at the end   %,d documents, %,d chunks".formatted(documents, chunks),
        "index        " + verification.index(),
        "rebuild      " + verification.rebuild(),
        verification.agrees()
            ? "verify       the index is what a rebuild would hold"
            : "verify       differs: " + verification.differences().getFirst());
  }

  private static Duration percentile(List<Duration> sorted, int percent) {
    return sorted.isEmpty() ? Duration.ZERO : sorted.get((sorted.size() - 1) * percent / 100);
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}

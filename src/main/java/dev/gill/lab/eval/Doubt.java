package dev.gill.lab.eval;

import java.util.List;

/**
 * How well the confidence separates questions that are answered from those that are not.
 *
 * @param known questions that a document answers
 * @param unknown questions that none does
 * @param auroc of the confidence, from 0 to 1
 * @param accepted share of the known that Gill answers
 * @param refused share of the unknown of which it says that it does not know
 */
record Doubt(int known, int unknown, double auroc, double accepted, double refused) {
  /** A confidence, and whether it was enough. */
  record Verdict(double confidence, boolean answers) {}

  static Doubt of(List<Verdict> known, List<Verdict> unknown) {
    return new Doubt(
        known.size(),
        unknown.size(),
        Measures.auroc(confidences(known), confidences(unknown)),
        share(known, true),
        share(unknown, false));
  }

  private static List<Double> confidences(List<Verdict> verdicts) {
    return verdicts.stream().map(Verdict::confidence).toList();
  }

  private static double share(List<Verdict> verdicts, boolean answers) {
    return verdicts.stream().mapToDouble(v -> v.answers() == answers ? 1 : 0).average().orElse(0);
  }
}

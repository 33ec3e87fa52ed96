package dev.gill.bench;

/**
 * A figure against what it should be.
 *
 * @param least the mark that it must reach
 * @param aim the mark that it would like to reach
 * @param lowerIsBetter for times and sizes
 */
record Mark(String name, double value, double least, double aim, boolean lowerIsBetter) {
  static Mark atMost(String name, double value, double least, double aim) {
    return new Mark(name, value, least, aim, true);
  }

  static Mark atLeast(String name, double value, double least, double aim) {
    return new Mark(name, value, least, aim, false);
  }

  /** What was reached, in words. */
  String verdict() {
    return reaches(aim) ? "aim reached" : reaches(least) ? "reached" : "missed";
  }

  private boolean reaches(double mark) {
    return lowerIsBetter ? value <= mark : value >= mark;
  }

  Row row() {
    return Row.of(name)
        .with("measured", value)
        .with("at least", least)
        .with("aim", aim)
        .with("verdict", verdict());
  }
}

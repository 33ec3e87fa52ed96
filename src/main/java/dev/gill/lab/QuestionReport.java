package dev.gill.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** How well the questions of a table were answered. */
public record QuestionReport(List<Outcome> outcomes) {
  /**
   * What came of one question; ranks count from 1, and 0 means nowhere.
   *
   * @param answerable whether a document answers it
   * @param answered whether Gill gave an answer
   * @param passage rank of the right passage among the first ten found
   * @param citation rank of the first citation that stands in the right passage
   * @param quote rank of the first citation whose quote holds the expected words
   */
  public record Outcome(
      String question,
      boolean answerable,
      boolean answered,
      int passage,
      int citation,
      int quote) {}

  public QuestionReport {
    outcomes = List.copyOf(outcomes);
  }

  /** Of the questions that a document answers, how many have a rank from 1 to {@code most}. */
  public long within(ToIntFunction<Outcome> rank, int most) {
    return outcomes.stream()
        .filter(Outcome::answerable)
        .mapToInt(rank)
        .filter(r -> r >= 1 && r <= most)
        .count();
  }

  /** How many questions a document answers. */
  public long answerable() {
    return outcomes.stream().filter(Outcome::answerable).count();
  }

  /** How many of the questions that nothing answers got "I don't know". */
  public long rightlyUnknown() {
    return outcomes.stream().filter(o -> !o.answerable() && !o.answered()).count();
  }

  /** How many of the questions that a document answers got "I don't know". */
  public long wronglyUnknown() {
    return outcomes.stream().filter(o -> o.answerable() && !o.answered()).count();
  }

  /** The report for people, a line each. */
  public List<String> lines() {
    long all = answerable();
    List<String> lines = new ArrayList<>();
    lines.add(
        "right passage found first / in three / in ten   %d / %d / %d of %d"
            .formatted(
                within(Outcome::passage, 1),
                within(Outcome::passage, 3),
                within(Outcome::passage, 10),
                all));
    lines.add(
        "citation in the right passage, first / first three   %d / %d of %d"
            .formatted(within(Outcome::citation, 1), within(Outcome::citation, 3), all));
    lines.add(
        "quote holds the answer, first / first three   %d / %d of %d"
            .formatted(within(Outcome::quote, 1), within(Outcome::quote, 3), all));
    lines.add(
        "\"I don't know\" although a document answers   %d of %d".formatted(wronglyUnknown(), all));
    lines.add(
        "\"I don't know\" where nothing answers   %d of %d"
            .formatted(rightlyUnknown(), outcomes.size() - all));
    return lines;
  }
}

package dev.gill.lab.questions;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * How well the questions of a set were answered.
 *
 * @param set what it is called
 */
public record QuestionReport(String set, List<Outcome> outcomes) {
  private static final List<String> HEADER =
      List.of(
          "| questions | answerable | BM25 alone: passage first / in 3 / 10 / 50 | vectors alone | Gill: passage first / in 3 / 10 / 50 | cited passage first / in 3 | quote holds the answer first / in 3 | before refusals | refused wrongly (of them something near shown) | refused rightly (the same) | ms p50 / p99 |",
          "|---|---|---|---|---|---|---|---|---|---|---|");

  public QuestionReport {
    outcomes = List.copyOf(outcomes);
  }

  /** Of the questions that a document answers, how many have a rank from 1 to {@code most}. */
  public long within(ToIntFunction<Outcome> rank, int most) {
    return answerable().mapToInt(rank).filter(r -> r >= 1 && r <= most).count();
  }

  /** How many of the questions that nothing answers got no answer. */
  public long rightlyUnknown() {
    return outcomes.stream().filter(o -> !o.asked().answerable() && !o.answered()).count();
  }

  /** How many of the questions that a document answers got no answer. */
  public long wronglyUnknown() {
    return answerable().filter(o -> !o.answered()).count();
  }

  private long near(boolean answerable) {
    return outcomes.stream().filter(o -> o.asked().answerable() == answerable && o.near()).count();
  }

  private Stream<Outcome> answerable() {
    return outcomes.stream().filter(o -> o.asked().answerable());
  }

  /** A table in Markdown: a row a set, one for each kind of question, and one for all. */
  public static List<String> table(List<QuestionReport> reports) {
    List<String> lines = new ArrayList<>(HEADER);
    List<Outcome> all = new ArrayList<>();
    for (QuestionReport report : reports) {
      lines.add(report.row());
      all.addAll(report.outcomes);
    }
    TreeSet<String> kinds = new TreeSet<>();
    all.forEach(outcome -> kinds.add(outcome.asked().kind()));
    kinds.remove("");
    for (String kind : kinds) {
      lines.add(
          new QuestionReport(
                  "of the kind " + kind,
                  all.stream().filter(o -> o.asked().kind().equals(kind)).toList())
              .row());
    }
    if (reports.size() > 1) {
      lines.add(new QuestionReport("all", all).row());
    }
    return lines;
  }

  private String row() {
    long known = answerable().count();
    return "| "
        + String.join(
            " | ",
            set,
            "%d of %d".formatted(known, outcomes.size()),
            ranks(Outcome::words, 1, 3, 10, 50),
            ranks(Outcome::vectors, 1, 3, 10, 50),
            ranks(Outcome::passage, 1, 3, 10, 50),
            ranks(Outcome::citation, 1, 3),
            ranks(Outcome::quote, 1, 3),
            ranks(Outcome::best, 1, 3),
            "%d of %d (%d)".formatted(wronglyUnknown(), known, near(true)),
            "%d of %d (%d)".formatted(rightlyUnknown(), outcomes.size() - known, near(false)),
            millis(0.5) + " / " + millis(0.99))
        + " |";
  }

  private String ranks(ToIntFunction<Outcome> rank, int... most) {
    return Stream.of(most)
        .flatMapToInt(java.util.Arrays::stream)
        .mapToObj(m -> Long.toString(within(rank, m)))
        .reduce((a, b) -> a + " / " + b)
        .orElseThrow();
  }

  private String millis(double share) {
    double[] sorted = outcomes.stream().mapToDouble(Outcome::millis).sorted().toArray();
    return sorted.length == 0
        ? "–"
        : String.format(Locale.ROOT, "%.0f", sorted[(int) Math.ceil(share * sorted.length) - 1]);
  }
}

package dev.gill.bench;

import java.io.IOException;
import java.util.List;

/** The whole application on a prepared index: how soon it answers, and what memory it takes. */
final class SearchApplication {
  private final CorpusIndex index;
  private final Options options;

  SearchApplication(CorpusIndex index, Options options) {
    this.index = index;
    this.options = options;
  }

  void measure(List<Table> tables, List<Mark> marks) throws Exception {
    double[] starts = new double[options.count("starts", 1)];
    for (int start = 0; start < starts.length; start++) {
      try (Served gill = started()) {
        starts[start] = gill.firstAnswer(question(0));
        if (start == starts.length - 1) {
          Row early = gill.memory().row("after the first answer");
          serving(gill, tables, marks);
          Memory late = gill.memory();
          tables.add(new Table("memory", List.of(early, late.row("after all questions"))));
          marks.add(Mark.atMost("resident memory serving, MB", late.resident(), 900, 500));
        }
      }
    }
    Samples first = new Samples(starts);
    tables.add(
        new Table("start", List.of(Row.of("to the first answer").with(first.times(1000), "ms"))));
    marks.add(Mark.atMost("start to first answer, s", first.median(), 3, 1));
  }

  private Served started() throws IOException {
    return Served.start(index, options.text("app-flags").orElse("-Xmx2g -XX:+UseSerialGC"));
  }

  /** Every question is a new one, so that no vector is remembered from the one before. */
  private void serving(Served gill, List<Table> tables, List<Mark> marks) throws Exception {
    int warmUp = options.count("app-questions", 1);
    for (int i = 0; i < warmUp; i++) {
      gill.ask(question(1 + i));
    }
    double seconds = options.count("seconds", 1);
    Callers.Result one = new Callers(1, seconds).run(i -> gill.ask(question(1 + warmUp + i)));
    int asked = 1 + warmUp + one.millis().count();
    Callers.Result two = new Callers(2, seconds).run(i -> gill.ask(question(asked + i)));
    tables.add(
        new Table(
            "whole question, with quotes",
            List.of(
                Row.of("1 caller").with("questions/s", one.perSecond()).with(one.millis(), "ms"),
                Row.of("2 callers")
                    .with("questions/s", two.perSecond())
                    .with(two.millis(), "ms"))));
    marks.add(Mark.atMost("whole question, p99 ms", one.millis().percentile(99), 120, 30));
    marks.add(Mark.atLeast("whole questions/s, 2 callers", two.perSecond(), 20, 120));
  }

  private String question(int number) {
    return index.corpus().question(number).text();
  }
}

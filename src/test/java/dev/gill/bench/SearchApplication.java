package dev.gill.bench;

import java.util.ArrayList;
import java.util.List;

/** The whole application on a prepared index: how soon it answers, and what memory it takes. */
final class SearchApplication {
  private final CorpusIndex index;
  private final List<Corpus.Asked> questions;
  private final Options options;

  SearchApplication(CorpusIndex index, List<Corpus.Asked> questions, Options options) {
    this.index = index;
    this.questions = questions;
    this.options = options;
  }

  void measure(List<Table> tables, List<Mark> marks) throws Exception {
    List<Row> memory = new ArrayList<>();
    double[] starts = new double[options.count("starts", 1)];
    double[] millis = new double[options.count("app-questions", 1)];
    double resident = 0;
    for (int start = 0; start < starts.length; start++) {
      try (Served gill =
          Served.start(index, options.text("app-flags").orElse("-Xmx2g -XX:+UseSerialGC"))) {
        starts[start] = gill.firstAnswer(questions.getFirst().text());
        if (start == starts.length - 1) {
          memory.add(gill.memory().row("after the first answer"));
          for (int i = 0; i < millis.length; i++) {
            long before = System.nanoTime();
            gill.ask(questions.get(i % questions.size()).text());
            millis[i] = (System.nanoTime() - before) / 1e6;
          }
          memory.add(gill.memory().row("after %d more".formatted(millis.length)));
          resident = gill.memory().resident();
        }
      }
    }
    Samples first = new Samples(starts);
    tables.add(
        new Table(
            "application",
            List.of(
                Row.of("start to first answer").with(first.times(1000), "ms"),
                Row.of("whole question").with(new Samples(millis), "ms"))));
    tables.add(new Table("memory", memory));
    marks.add(Mark.atMost("start to first answer, s", first.median(), 3, 1));
    marks.add(Mark.atMost("resident memory serving, MB", resident, 900, 500));
  }
}

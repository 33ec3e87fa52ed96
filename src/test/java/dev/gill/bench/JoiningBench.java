package dev.gill.bench;

import dev.gill.source.chat.JoiningFigures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Messages of a busy channel joined into conversations, against what people who read it said
 * belongs together.
 */
final class JoiningBench implements Benchmark {
  @Override
  public String name() {
    return "joining";
  }

  @Override
  public String about() {
    return "chat joined into conversations, against what readers of the IRC corpus marked (--corpus), and minutes, against those of QMSum (--minutes)";
  }

  @Override
  public Map<String, String> defaults() {
    Map<String, String> defaults = new LinkedHashMap<>();
    defaults.put("corpus", "");
    defaults.put("minutes", "");
    defaults.put("meetings", "40");
    return defaults;
  }

  @Override
  public Report run(Options options, Progress progress) throws Exception {
    Optional<Path> corpus = options.text("corpus").map(Path::of).filter(Files::isDirectory);
    Optional<Path> minutes = options.text("minutes").map(Path::of).filter(Files::isDirectory);
    if (corpus.isEmpty() && minutes.isEmpty()) {
      throw new UsageException(
          "--corpus wants a folder of NAME.raw.txt and NAME.annotation.txt, such as data/test of github.com/jkkummerfeld/irc-disentanglement (CC BY 4.0), and --minutes one of QMSum's meetings as corpus.jsonl.gz and queries.jsonl.gz with turn_spans.");
    }
    List<Table> tables = new ArrayList<>();
    List<Mark> marks = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    if (corpus.isPresent()) {
      JoiningFigures gill = JoiningFigures.of(corpus.get());
      tables.add(
          new Table(
              "percent",
              List.of(
                  row("Gill", gill),
                  row("all one conversation", JoiningFigures.allTogether(corpus.get())),
                  row("one for each author", JoiningFigures.byAuthor(corpus.get())))));
      marks.add(Mark.atLeast("one to one", gill.oneToOne(), 60, 75));
      notes.add(
          "On data/test Kummerfeld et al. (2019, tables 2 and 4) give one to one and exact F1: 53.7 and 8.9 for the rules of Lowe et al. (2017), 75.6 and 36.2 for their trained network, 83.8 and 49.5 for people.");
    }
    if (minutes.isPresent()) {
      tables.add(
          new Table(
              "minutes, percent",
              MinutesTrial.of(minutes.get(), options.count("meetings", 1), progress)));
      notes.add(
          "Of minutes, each question is asked within its own meeting, by vectors alone; transcripts have no times, so a turn is taken to last ten seconds.");
    }
    return Report.of(this, options, tables, marks, notes);
  }

  private static Row row(String name, JoiningFigures figures) {
    return Row.of(name)
        .with("one to one", figures.oneToOne())
        .with("Shen F1", figures.shen())
        .with("exact F1", figures.exact())
        .with("answers with their questions", figures.together())
        .with("messages", (double) figures.messages());
  }
}

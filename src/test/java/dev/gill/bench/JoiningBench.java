package dev.gill.bench;

import dev.gill.source.chat.JoiningFigures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
    return "chat joined into conversations, against what readers of the IRC corpus marked";
  }

  @Override
  public Map<String, String> defaults() {
    Map<String, String> defaults = new LinkedHashMap<>();
    defaults.put("corpus", "");
    return defaults;
  }

  @Override
  public Report run(Options options, Progress progress) throws Exception {
    Path folder =
        options
            .text("corpus")
            .map(Path::of)
            .filter(Files::isDirectory)
            .orElseThrow(
                () ->
                    new UsageException(
                        "--corpus wants a folder of NAME.raw.txt and NAME.annotation.txt, such as data/test of github.com/jkkummerfeld/irc-disentanglement (CC BY 4.0)."));
    JoiningFigures gill = JoiningFigures.of(folder);
    return Report.of(
        this,
        options,
        List.of(
            new Table(
                "percent",
                List.of(
                    row("Gill", gill),
                    row("all one conversation", JoiningFigures.allTogether(folder)),
                    row("one for each author", JoiningFigures.byAuthor(folder))))),
        List.of(Mark.atLeast("one to one", gill.oneToOne(), 60, 75)),
        List.of(
            "On data/test Kummerfeld et al. (2019, tables 2 and 4) give one to one and exact F1: 53.7 and 8.9 for the rules of Lowe et al. (2017), 75.6 and 36.2 for their trained network, 83.8 and 49.5 for people."));
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

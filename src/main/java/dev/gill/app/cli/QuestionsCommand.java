package dev.gill.app.cli;

import dev.gill.answer.Answerer;
import dev.gill.answer.QuotingAnswerer;
import dev.gill.app.config.ConfigFile;
import dev.gill.app.config.GillConfig;
import dev.gill.app.house.House;
import dev.gill.embed.Embedders;
import dev.gill.index.IndexEngine;
import dev.gill.index.lucene.LuceneEngine;
import dev.gill.lab.QuestionReport;
import dev.gill.lab.QuestionTable;
import dev.gill.model.Reader;
import dev.gill.retrieve.Retriever;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks a table of questions on the index as it is. */
@Command(
    name = "questions",
    mixinStandardHelpOptions = true,
    description =
        "Asks a table of questions (question, document, answer; tabs) and reports how many land right.")
final class QuestionsCommand implements Callable<Integer> {
  @Parameters(paramLabel = "TABLE", description = "The table.")
  private Path table;

  @Option(names = "--each", description = "Also prints a line for each question.")
  private boolean each;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    GillConfig config = ConfigFile.of(ConfigFile.read());
    try (Embedders embedders = House.models(config).open();
        IndexEngine index = LuceneEngine.reading(House.indexFolder(config))) {
      Answerer answerer =
          new QuotingAnswerer(new Retriever(index, embedders), source -> Optional.empty());
      QuestionReport report =
          QuestionTable.read(CalledFrom.resolve(table)).ask(answerer, Reader.anyone());
      PrintWriter out = spec.commandLine().getOut();
      if (each) {
        report.outcomes().forEach(out::println);
      }
      report.lines().forEach(out::println);
      out.flush();
      return 0;
    }
  }
}

package dev.gill.app.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gill.answer.QuotingAnswerer;
import dev.gill.app.config.ConfigFile;
import dev.gill.app.config.GillConfig;
import dev.gill.app.house.House;
import dev.gill.embed.Embedders;
import dev.gill.embed.Scorers;
import dev.gill.index.IndexEngine;
import dev.gill.lab.eval.VectorCache;
import dev.gill.lab.questions.Asked;
import dev.gill.lab.questions.Outcome;
import dev.gill.lab.questions.QuestionFile;
import dev.gill.lab.questions.QuestionFolder;
import dev.gill.lab.questions.QuestionReport;
import dev.gill.lab.questions.QuestionTrial;
import dev.gill.lab.questions.Rivals;
import dev.gill.model.Reader;
import dev.gill.retrieve.Aids;
import dev.gill.retrieve.Retriever;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks questions whose answers are known. */
@Command(
    name = "questions",
    mixinStandardHelpOptions = true,
    description = "Asks questions whose answers are known, and reports how many land right.")
final class QuestionsCommand implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "SET",
      description =
          "Tables (question, document, answer; tabs) or .jsonl files, asked on the index as it is; or folders with docs/ and questions.jsonl, asked on an index of docs/.")
  private List<Path> sets;

  @Option(
      names = "--each",
      paramLabel = "FILE",
      description = "Writes what came of each question there, an object of JSON a line.")
  private Path each;

  @Option(
      names = "--cache",
      paramLabel = "DIR",
      defaultValue = "target/eval-vectors",
      description = "Where vectors of folders are kept between runs (default ${DEFAULT-VALUE}).")
  private Path cache;

  @Option(
      names = "--without-reader",
      description = "Ranks and quotes by words and vectors alone, to compare.")
  private boolean without;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    GillConfig config = ConfigFile.of(ConfigFile.read());
    List<QuestionReport> reports = new ArrayList<>();
    try (Embedders models = House.embedders(config);
        Scorers readers = without ? Scorers.none() : House.models(config).openReaders();
        Embedders cached = new VectorCache(cache).over(models)) {
      Aids learnt = House.aids(config, readers);
      Aids aids = new Aids(readers, learnt.translator());
      for (Path set : sets.stream().map(CalledFrom::resolve).toList()) {
        spec.commandLine().getErr().println("asking " + set);
        reports.add(
            QuestionFolder.is(set)
                ? folder(set, models, cached, aids)
                : file(set, config, models, learnt));
      }
    }
    PrintWriter out = spec.commandLine().getOut();
    QuestionReport.table(reports).forEach(out::println);
    out.flush();
    if (each != null) {
      write(reports);
    }
    return 0;
  }

  private static QuestionReport file(Path file, GillConfig config, Embedders embedders, Aids aids)
      throws IOException, InterruptedException {
    List<Asked> questions = QuestionFile.read(file);
    try (IndexEngine index = House.engines().reading(House.indexFolder(config))) {
      return trial(index, embedders, aids).ask(file.getFileName().toString(), questions);
    }
  }

  private static QuestionReport folder(Path folder, Embedders models, Embedders cached, Aids aids)
      throws IOException, InterruptedException {
    QuestionFolder set = new QuestionFolder(folder);
    List<Asked> questions = set.questions();
    Path work = Files.createTempDirectory("gill-questions-");
    try (IndexEngine index = set.index(cached, House.engines(), work)) {
      return trial(index, models, aids).ask(set.name(), questions);
    } finally {
      Folders.delete(work);
    }
  }

  private static QuestionTrial trial(IndexEngine index, Embedders embedders, Aids aids) {
    QuotingAnswerer answerer =
        new QuotingAnswerer(new Retriever(index, embedders, aids), source -> Optional.empty());
    return new QuestionTrial(
        answerer::assess, answerer, new Rivals(index, embedders), Reader.anyone());
  }

  private void write(List<QuestionReport> reports) throws IOException {
    ObjectMapper json = new ObjectMapper();
    try (BufferedWriter file = Files.newBufferedWriter(CalledFrom.resolve(each))) {
      for (QuestionReport report : reports) {
        for (Outcome outcome : report.outcomes()) {
          file.write(json.writeValueAsString(outcome));
          file.newLine();
        }
      }
    }
  }
}

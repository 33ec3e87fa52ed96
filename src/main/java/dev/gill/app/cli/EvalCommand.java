package dev.gill.app.cli;

import dev.gill.app.config.ConfigFile;
import dev.gill.app.config.GillConfig;
import dev.gill.app.house.House;
import dev.gill.embed.Embedders;
import dev.gill.embed.Scorers;
import dev.gill.lab.eval.EvalReport;
import dev.gill.lab.eval.Evaluation;
import dev.gill.lab.eval.Published;
import dev.gill.lab.eval.VectorCache;
import dev.gill.retrieve.Aids;
import dev.gill.translate.Dictionary;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures retrieval, quotes and confidence on sets whose answers are known. */
@Command(
    name = "eval",
    mixinStandardHelpOptions = true,
    description =
        "Measures retrieval, quotes and confidence on sets in BEIR's form and on graded pairs of sentences.")
final class EvalCommand implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "DIR",
      description =
          "Folders with corpus.jsonl, queries.jsonl and qrels.tsv, or with .tsv or .csv files of pairs; each file may be gzipped.")
  private List<Path> folders;

  @Option(names = "--chunked", description = "Cuts documents as Gill does; else each is one chunk.")
  private boolean chunked;

  @Option(names = "--json", paramLabel = "FILE", description = "Writes the figures there as JSON.")
  private Path json;

  @Option(
      names = "--published",
      paramLabel = "FILE",
      description =
          "Published figures to show beside; by default published-baselines.json beside the first DIR.")
  private Path published;

  @Option(
      names = "--cache",
      paramLabel = "DIR",
      defaultValue = "target/eval-vectors",
      description = "Where vectors are kept between runs (default ${DEFAULT-VALUE}).")
  private Path cache;

  @Option(
      names = "--keep",
      paramLabel = "DIR",
      description = "A new folder to keep the indexes in; by default they go at the end.")
  private Path keep;

  @Option(
      names = "--without-reader",
      description = "Ranks and quotes by words and vectors alone, to compare.")
  private boolean without;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    GillConfig config = ConfigFile.of(ConfigFile.read());
    List<Path> sets = folders.stream().map(CalledFrom::resolve).toList();
    Path work =
        keep == null
            ? Files.createTempDirectory("gill-eval-")
            : Files.createDirectory(CalledFrom.resolve(keep));
    try (Embedders models = House.models(config).open();
        Scorers readers = without ? Scorers.none() : House.models(config).openReaders();
        Embedders embedders = new VectorCache(cache).over(models)) {
      EvalReport report =
          new Evaluation(
                  embedders,
                  House.engines(),
                  new Aids(readers, Dictionary.open(config.models())),
                  Published.read(publishedBeside(sets)),
                  work,
                  chunked)
              .run(sets, set -> spec.commandLine().getErr().println("measuring " + set));
      PrintWriter out = spec.commandLine().getOut();
      report.lines().forEach(out::println);
      out.flush();
      if (json != null) {
        report.write(CalledFrom.resolve(json));
      }
      return 0;
    } finally {
      if (keep == null) {
        Folders.delete(work);
      }
    }
  }

  private Path publishedBeside(List<Path> sets) {
    return published == null
        ? sets.getFirst().toAbsolutePath().normalize().resolveSibling("published-baselines.json")
        : CalledFrom.resolve(published);
  }
}

package dev.gill.app.cli;

import dev.gill.app.config.ConfigFile;
import dev.gill.lab.leash.AbroadTrial;
import dev.gill.lab.leash.LeashSet;
import dev.gill.lab.leash.LeashTrial;
import dev.gill.lab.leash.LeashTrial.Figure;
import dev.gill.translate.Dictionary;
import dev.gill.translate.Translator;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures the leash on a chat model. */
@Command(
    name = "leash",
    mixinStandardHelpOptions = true,
    description =
        "Measures which sentences the leash on a chat model keeps: some that the documents say, and the same made wrong.")
final class LeashCommand implements Callable<Integer> {
  private static final double PERCENT = 100;

  @Parameters(
      arity = "1..*",
      paramLabel = "DIR",
      description = "Folders with corpus.jsonl, queries.jsonl and qrels.tsv; each may be gzipped.")
  private List<Path> folders;

  @Option(
      names = "--sentences",
      paramLabel = "N",
      defaultValue = "400",
      description = "How many of each set are taken (default ${DEFAULT-VALUE}).")
  private int sentences;

  @Option(
      names = "--passages",
      paramLabel = "DIR",
      description =
          "A folder with the same passages in another language; the sentences of the others are held to those.")
  private Path passages;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    for (Path folder : folders) {
      LeashTrial.Figures figures = figures(LeashSet.read(CalledFrom.resolve(folder)));
      out.println(figures.name());
      print(out, "good", figures.good());
      print(out, "wrong", figures.wrong());
    }
    return 0;
  }

  private LeashTrial.Figures figures(LeashSet said) throws IOException {
    if (passages == null) {
      return new LeashTrial(sentences, slip -> {}).of(said);
    }
    Translator translator = Dictionary.open(ConfigFile.of(ConfigFile.read()).models());
    return new AbroadTrial(translator::renderings, sentences, slip -> {})
        .of(said, LeashSet.read(CalledFrom.resolve(passages)));
  }

  private static void print(PrintWriter out, String what, Map<String, Figure> figures) {
    figures.forEach(
        (kind, figure) ->
            out.printf(
                "  %-5s %-18s %5d, kept %5.1f%%%n",
                what,
                kind.toLowerCase(java.util.Locale.ROOT),
                figure.all(),
                PERCENT * figure.kept() / figure.all()));
    out.flush();
  }
}

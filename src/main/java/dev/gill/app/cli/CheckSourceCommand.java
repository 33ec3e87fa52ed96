package dev.gill.app.cli;

import dev.gill.app.config.ConfigFile;
import dev.gill.app.config.Sources;
import dev.gill.source.CheckStep;
import dev.gill.source.Nearest;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says step by step what works of a source and what is missing. */
@Command(
    name = "check-source",
    mixinStandardHelpOptions = true,
    description =
        "Says step by step what works of a configured source and what is missing; exits with 1 if anything is. "
            + "Reads only, and may run while Gill does.")
final class CheckSourceCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", description = "The source, as in gill.sources.NAME.type.")
  private String name;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Sources sources = new Sources(ConfigFile.of(ConfigFile.read()), Clock.systemUTC());
    if (!sources.names().contains(name)) {
      String meant =
          Nearest.of(name, sources.names()).map(" (did you mean %s?)"::formatted).orElse("");
      spec.commandLine()
          .getErr()
          .println(
              "gill: No source of that name is configured; there are: %s%s."
                  .formatted(String.join(", ", sources.names()), meant));
      return 2;
    }
    Path scratch = Files.createTempDirectory("gill-check-");
    try {
      return check(sources, scratch);
    } finally {
      Folders.delete(scratch);
    }
  }

  private int check(Sources sources, Path scratch) throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    List<CheckStep> failed = new ArrayList<>();
    sources.check(
        name,
        scratch,
        step -> {
          out.println(line(step));
          out.flush();
          if (step.outcome() instanceof CheckStep.Failed) {
            failed.add(step);
          }
        });
    out.println(
        failed.isEmpty()
            ? "%s can be followed.".formatted(name)
            : "%s is not right yet: see %s."
                .formatted(name, String.join(", ", failed.stream().map(CheckStep::name).toList())));
    out.flush();
    return failed.isEmpty() ? 0 : 1;
  }

  private static String line(CheckStep step) {
    return "%s %-12s %s"
        .formatted(Marks.of(step.outcome()), step.name(), step.outcome().sentence());
  }

  /** Signs, or words where the terminal has none. */
  private static final class Marks {
    private static final boolean SIGNS = System.out.charset().newEncoder().canEncode('✗');

    static String of(CheckStep.Outcome outcome) {
      return switch (outcome) {
        case CheckStep.Passed passed -> SIGNS ? "✓" : "ok  ";
        case CheckStep.Failed failed -> SIGNS ? "✗" : "NO  ";
        case CheckStep.Skipped skipped -> SIGNS ? "–" : "-   ";
      };
    }
  }
}

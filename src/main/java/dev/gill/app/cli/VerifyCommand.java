package dev.gill.app.cli;

import dev.gill.app.config.ConfigFile;
import dev.gill.app.config.GillConfig;
import dev.gill.app.config.Sources;
import dev.gill.app.house.House;
import dev.gill.embed.Embedders;
import dev.gill.index.IndexEngine;
import dev.gill.index.Snapshot;
import dev.gill.lab.Rebuild;
import dev.gill.lab.SelfChanging;
import dev.gill.lab.Verification;
import dev.gill.model.Space;
import dev.gill.model.Visible;
import dev.gill.parse.formats.Formats;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Proves that the index holds what the sources hold now. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description =
        "Compares the index with a rebuild from the sources' present state; exits with 1 if they differ, and with 3 while a first pass goes on.")
final class VerifyCommand implements Callable<Integer> {
  private static final int STILL_READING = 3;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    GillConfig config = ConfigFile.of(ConfigFile.read());
    Clock clock = Clock.systemUTC();
    try (Embedders embedders = House.embedders(config);
        IndexEngine index = House.engines().reading(House.indexFolder(config));
        IndexEngine rebuilt =
            Rebuild.of(
                new Sources(config, clock).followed(),
                new Formats(),
                Formats.RECIPE,
                new Sources(config, clock).discretion(),
                embedders,
                clock);
        SelfChanging changing = new SelfChanging(new Sources(config, clock).followed());
        Snapshot left = index.snapshot();
        Snapshot right = rebuilt.snapshot()) {
      Verification verification = Verification.of(left, right, embedders.spaces(), changing);
      print(verification, spec.commandLine().getOut());
      noteRebuilding(config, embedders, spec.commandLine().getOut());
      return verification.agrees() ? 0 : verification.reading().isEmpty() ? 1 : STILL_READING;
    }
  }

  /** Until the swap the index in use is one of the former models, which differs in every chunk. */
  private static void noteRebuilding(GillConfig config, Embedders embedders, PrintWriter out) {
    Set<Space> built = House.engines().spaces(House.indexFolder(config)).orElse(Set.of());
    if (!built.equals(Set.copyOf(new HashSet<>(embedders.spaces().values())))) {
      out.println(
          "The index is of other models than are configured; ./gill up builds a new one beside it. Verify when that is in use.");
      out.flush();
    }
  }

  private static void print(Verification verification, PrintWriter out) {
    out.println("index   " + verification.index());
    out.println("rebuild " + verification.rebuild());
    if (!verification.changing().isEmpty()) {
      out.println(
          "%d %s another text each time, such as the time of day, and cannot be compared: %s"
              .formatted(
                  verification.changing().size(),
                  verification.changing().size() == 1 ? "document shows" : "documents show",
                  Visible.of(verification.changing().getFirst().toString())));
    }
    if (!verification.reading().isEmpty()) {
      verification
          .reading()
          .forEach(
              source ->
                  out.println(
                      "%s is still being read (%d of %d to come)."
                          .formatted(source.source().name(), source.toCome(), source.all())));
      out.println("What is read is right; verify again once the sources are in step.");
      out.flush();
      return;
    }
    verification.differences().stream()
        .limit(10)
        .forEach(difference -> out.println("  " + Visible.of(difference.toString())));
    int more = verification.differences().size() - 10;
    if (more > 0) {
      out.println("  and " + more + " more");
    }
    out.println(
        verification.agrees()
            ? "The index is what a rebuild would hold."
            : "The index differs from a rebuild.");
    out.flush();
  }
}

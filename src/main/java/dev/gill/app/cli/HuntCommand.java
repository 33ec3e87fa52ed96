package dev.gill.app.cli;

import dev.gill.app.config.ConfigFile;
import dev.gill.app.config.GillConfig;
import dev.gill.app.config.Sources;
import dev.gill.app.house.House;
import dev.gill.embed.Embedders;
import dev.gill.lab.campaign.RightsHunt;
import dev.gill.parse.formats.Formats;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks whether anybody ever sees what a real server would not let them read. */
@Command(
    name = "hunt",
    mixinStandardHelpOptions = true,
    description =
        "Starts a real wiki of 30 users, 20 groups and 200 restricted pages, or a chat of 30 people in 20 rooms with 200 conversations, asks as each of them while rights change, and exits with 1 if anybody sees anything that the server would refuse. "
            + "Needs Debian or Ubuntu; nothing of your configuration but the models is used.")
final class HuntCommand implements Callable<Integer> {
  private static final int REMEMBERED = 20_000;
  private static final int SHOWN = 10;

  @Parameters(paramLabel = "NAME", description = "mediawiki, dokuwiki, matrix or slack.")
  private String name;

  @Option(names = "--asks", defaultValue = "10000", description = "How many (default 10000).")
  private int asks;

  @Option(names = "--seed", defaultValue = "1", description = "What decides all of it (default 1).")
  private long seed;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    GillConfig config = ConfigFile.of(ConfigFile.read());
    Path work = Files.createTempDirectory("gill-hunt-");
    PrintWriter out = spec.commandLine().getOut();
    try (Embedders embedders = House.models(config).open().remembering(REMEMBERED)) {
      RightsHunt hunt =
          new RightsHunt(
              work,
              House.engines(),
              embedders,
              new Formats(),
              Formats.RECIPE,
              (settings, notes) -> Sources.alone("it", settings, notes, Clock.systemUTC()),
              line -> {
                out.println(line);
                out.flush();
              });
      RightsHunt.Report report = hunt.run(name, asks, seed);
      say(report, out);
      return report.leaks().isEmpty() ? 0 : 1;
    } finally {
      Folders.delete(work);
    }
  }

  private void say(RightsHunt.Report report, PrintWriter out) {
    out.println(
        "%s, seed %d: %d asks, %d of them answered, %d changes meanwhile, %d pages seen, %d of them by why they could not be read; what was known was %.1f s old at most, and a right that was lost was felt after %.1f s at most"
            .formatted(
                report.name(),
                seed,
                report.asks(),
                report.answered(),
                report.changes(),
                report.seen(),
                report.failed(),
                report.oldest().toMillis() / 1e3,
                report.late().toMillis() / 1e3));
    report.leaks().stream().limit(SHOWN).forEach(leak -> out.println("leak: " + leak));
    out.println(
        report.leaks().isEmpty()
            ? "Nobody saw anything that the server would have refused."
            : "%d pages were seen by somebody who could not read them."
                .formatted(report.leaks().size()));
    out.flush();
  }
}

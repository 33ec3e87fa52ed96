package dev.gill.app.cli;

import dev.gill.app.config.ConfigFile;
import dev.gill.app.config.GillConfig;
import dev.gill.app.house.House;
import dev.gill.lab.campaign.Campaign;
import dev.gill.lab.campaign.CampaignPlan;
import dev.gill.lab.campaign.CampaignReport;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Proves on a real server that nothing is lost and nothing kept. */
@Command(
    name = "campaign",
    mixinStandardHelpOptions = true,
    description =
        "Starts a real server and a Gill that follows it, does random things there, kills Gill and stops the server in between, and exits with 1 unless the index is right at the end. "
            + "Needs Debian or Ubuntu; nothing of your configuration but the models is used.")
final class CampaignCommand implements Callable<Integer> {
  private static final String JAR = "quarkus-run.jar";

  @Parameters(
      paramLabel = "NAME",
      description = "mediawiki, dokuwiki, mail, webdav, matrix or slack.")
  private String name;

  @Option(names = "--operations", defaultValue = "1000", description = "How many (default 1000).")
  private int operations;

  @Option(
      names = "--kills",
      defaultValue = "20",
      description = "How often Gill is killed (default 20).")
  private int kills;

  @Option(
      names = "--stops",
      defaultValue = "5",
      description = "How often the server is stopped (default 5).")
  private int stops;

  @Option(names = "--seed", defaultValue = "1", description = "What decides all of it (default 1).")
  private long seed;

  @Option(
      names = "--keep",
      description = "A new folder to keep all of it in; by default it goes at the end.")
  private Path keep;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    GillConfig config = ConfigFile.of(ConfigFile.read());
    Path work =
        keep == null
            ? Files.createTempDirectory("gill-campaign-")
            : Files.createDirectory(CalledFrom.resolve(keep));
    PrintWriter out = spec.commandLine().getOut();
    try {
      Campaign campaign =
          new Campaign(
              work,
              application(),
              config.models(),
              House.engines(),
              line -> {
                out.println(line);
                out.flush();
              });
      CampaignReport report = campaign.run(name, new CampaignPlan(operations, kills, stops, seed));
      report.lines().forEach(out::println);
      out.flush();
      return report.good() ? 0 : 1;
    } finally {
      if (keep == null) {
        Folders.delete(work);
      }
    }
  }

  private static Path application() {
    String started = System.getProperty("java.class.path");
    if (!started.endsWith(JAR)) {
      throw new IllegalStateException(
          "A campaign starts the built application; run it as ./gill campaign.");
    }
    return Path.of(started);
  }
}

package dev.gill.app.cli;

import dev.gill.app.config.ConfigFile;
import dev.gill.app.config.GillConfig;
import dev.gill.app.house.House;
import dev.gill.embed.Embedders;
import dev.gill.lab.Replay;
import dev.gill.lab.ReplayReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Follows a repository through its history. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description =
        "Follows a Git repository commit by commit on an index of its own, checking that it stays in step.")
final class ReplayCommand implements Callable<Integer> {
  @Parameters(paramLabel = "REPOSITORY", description = "A URL, a local repository or a bundle.")
  private String repository;

  @Option(
      names = "--commits",
      defaultValue = "200",
      description = "How many of the last commits (default 200).")
  private int commits;

  @Option(names = "--as", defaultValue = "git", description = "git or folder (default git).")
  private String way;

  @Option(
      names = "--keep",
      description =
          "A new folder to keep the clone and the index in; by default they go at the end.")
  private Path keep;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    GillConfig config = ConfigFile.of(ConfigFile.read());
    Files.createDirectories(config.data());
    Path work =
        keep == null
            ? Files.createTempDirectory(config.data(), "replay-")
            : Files.createDirectory(CalledFrom.resolve(keep));
    try (Embedders embedders = House.models(config).open()) {
      Replay replay =
          new Replay(
              Replay.Way.valueOf(way.toUpperCase(java.util.Locale.ROOT)),
              embedders,
              House.engines(),
              work);
      ReplayReport report = replay.run(CalledFrom.resolve(repository), commits);
      PrintWriter out = spec.commandLine().getOut();
      report.lines().forEach(out::println);
      report.outOfStep().stream().limit(10).forEach(line -> out.println("out of step at " + line));
      out.flush();
      return report.good() ? 0 : 1;
    } finally {
      if (keep == null) {
        Folders.delete(work);
      }
    }
  }
}

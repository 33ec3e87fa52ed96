package dev.gill.app.cli;

import dev.gill.app.config.ConfigFile;
import dev.gill.app.config.ForgottenFile;
import dev.gill.app.config.GillConfig;
import dev.gill.app.house.House;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Restores a backup. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description =
        "Puts the index of a backup where there is none, after checking every byte of it; Gill then goes on from where the backup was made.")
final class RestoreCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "The folder of the backup.")
  private Path folder;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    GillConfig config = ConfigFile.of(ConfigFile.read());
    Path backup = CalledFrom.resolve(folder);
    House.engines().restore(backup.resolve("index"), House.indexFolder(config));
    BackupCommand.copyBeside(backup, config.data());
    ForgottenFile.bring(backup, config.data());
    spec.commandLine()
        .getOut()
        .println("Restored to %s; ./gill up goes on from there.".formatted(config.data()));
    return 0;
  }
}

package dev.gill.app.cli;

import dev.gill.app.config.ConfigFile;
import dev.gill.app.config.ForgottenFile;
import dev.gill.app.config.GillConfig;
import dev.gill.app.house.House;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Backs the data up. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description =
        "Brings a folder to what the index last committed, also while Gill runs; only what changed since the last backup takes time and room.")
final class BackupCommand implements Callable<Integer> {
  /** What lies beside the index and is kept, too. */
  static final List<String> BESIDE =
      List.of("feedback.jsonl", "learnt.properties", "learnt.before.properties", "quotes.key");

  /** The folder of verified answers, which are nowhere else. */
  private static final String ANSWERS = "verified";

  @Parameters(paramLabel = "DIR", description = "The folder, of an earlier backup or a new one.")
  private Path folder;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    GillConfig config = ConfigFile.of(ConfigFile.read());
    Path backup = CalledFrom.resolve(folder);
    long bytes = House.engines().backUp(House.indexFolder(config), backup.resolve("index"));
    copyBeside(config.data(), backup);
    ForgottenFile.bring(config.data(), backup);
    spec.commandLine()
        .getOut()
        .println(
            String.format(Locale.ROOT, "Backed up to %s; %.1f MB were new.", backup, bytes / 1e6));
    return 0;
  }

  /** Copies what is there, and takes away what is not. */
  static void copyBeside(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    for (String name : BESIDE) {
      Files.deleteIfExists(to.resolve(name));
      if (Files.exists(from.resolve(name))) {
        Files.copy(from.resolve(name), to.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    copyAnswers(from.resolve(ANSWERS), to.resolve(ANSWERS));
  }

  private static void copyAnswers(Path from, Path to) throws IOException {
    for (Path old : files(to)) {
      if (!Files.exists(from.resolve(to.relativize(old)))) {
        Files.delete(old);
      }
    }
    for (Path file : files(from)) {
      Path copy = to.resolve(from.relativize(file));
      Files.createDirectories(copy.getParent());
      Files.copy(
          file, copy, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).filter(f -> f.toString().endsWith(".json")).toList();
    }
  }
}

package dev.gill.lab.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Packages of the system's own archive, unpacked below {@code target/servers}. */
final class Unpacked {
  private static final Path SERVERS = Path.of("target", "servers").toAbsolutePath();
  private static final long PATIENCE_MINUTES = 3;

  private Unpacked() {}

  /**
   * The folder in which these packages lie; they are unpacked once.
   *
   * @throws ServerMissingException if they cannot be had here
   */
  static synchronized Path of(String name, String... packages) {
    Path folder = SERVERS.resolve(name);
    if (Files.exists(folder.resolve("complete"))) {
      return folder;
    }
    try {
      Path downloads = Files.createDirectories(SERVERS.resolve(name + "-packages"));
      List<String> download = new ArrayList<>(List.of("apt-get", "download", "-q"));
      download.addAll(List.of(packages));
      run(downloads, download, name);
      try (Stream<Path> files = Files.list(downloads)) {
        for (Path file : files.filter(each -> each.toString().endsWith(".deb")).toList()) {
          run(downloads, List.of("dpkg-deb", "-x", file.toString(), folder.toString()), name);
        }
      }
      Files.createFile(folder.resolve("complete"));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void run(Path folder, List<String> command, String name)
      throws IOException, InterruptedException {
    Path log = folder.resolve("log");
    String reason = "";
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        reason = "%s did not end in time".formatted(command.getFirst());
      } else if (process.exitValue() != 0) {
        reason = "%s says: %s".formatted(command.getFirst(), Files.readString(log).strip());
      }
    } catch (IOException e) {
      reason = "there is no %s here; it is had on Debian and Ubuntu".formatted(command.getFirst());
    }
    ServerMissingException.unless(reason.isEmpty(), name, reason);
  }
}

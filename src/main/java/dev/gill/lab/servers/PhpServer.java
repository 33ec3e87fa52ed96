package dev.gill.lab.servers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** PHP's own server over a folder, with several workers, and PHP's command line. */
final class PhpServer implements AutoCloseable {
  private static final List<String> MODULES =
      List.of("pdo_sqlite", "mbstring", "xml", "intl", "curl");

  private static final int PATIENCE_MINUTES = 60;

  private final Path folder;
  private final int port;
  private final List<String> arguments;
  private Process process;

  /**
   * @param folder where its log is written
   * @param arguments what comes after {@code php -S address}
   */
  PhpServer(Path folder, int port, List<String> arguments) {
    this.folder = folder;
    this.port = port;
    this.arguments = List.copyOf(arguments);
  }

  /**
   * Looks whether PHP and its modules are there.
   *
   * @throws ServerMissingException if one is missing
   */
  static void needed() throws InterruptedException {
    String held = "";
    try {
      Process asked = new ProcessBuilder("php", "-m").redirectErrorStream(true).start();
      held = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      asked.waitFor();
    } catch (IOException e) {
      held = "";
    }
    List<String> lines = held.lines().toList();
    ServerMissingException.unless(
        lines.containsAll(MODULES),
        "PHP",
        "apt-get install php-cli php-sqlite3 php-mbstring php-xml php-intl php-curl php-apcu");
  }

  /** Runs a script to its end. */
  static void run(Path folder, List<String> script, Map<String, String> environment)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("php"));
    command.addAll(script);
    Path log = folder.resolve("script.log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    Process running = builder.start();
    boolean ended = running.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES) && running.exitValue() == 0;
    if (!ended) {
      running.destroyForcibly();
    }
    ServerMissingException.unless(ended, "script " + script.getFirst(), Files.readString(log));
  }

  void start() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("php", "-S", "127.0.0.1:" + port));
    command.addAll(arguments);
    Path log = folder.resolve("php.log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("PHP_CLI_SERVER_WORKERS", "3");
    process = builder.start();
    Ports.await(port, process, "PHP server", log);
  }

  /** Workers outlive the process that began them, so they go first. */
  void stop() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    process.onExit().join();
  }

  @Override
  public void close() {
    if (process != null) {
      stop();
    }
  }
}

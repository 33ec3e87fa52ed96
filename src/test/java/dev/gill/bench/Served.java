package dev.gill.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The built application as {@code ./gill up} starts it, on an index of its own. */
final class Served implements AutoCloseable {
  /** What the launcher would start, and the classes that it keeps for that. */
  private static final Path JAR =
      Path.of(System.getProperty("gill.bench.app", "target/quarkus-app/quarkus-run.jar"));

  private static final Path CLASSES =
      Path.of(System.getProperty("gill.bench.classes", "target/gill.aot"));

  private static final Path MODELS = Path.of("models");
  private static final long PATIENCE_SECONDS = 120;

  private final Process process;
  private final URI ask;
  private final long begun;
  private final Path output;
  private final HttpClient client = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();

  private Served(Process process, int port, long begun, Path output) {
    this.process = process;
    this.ask = URI.create("http://localhost:%d/api/ask".formatted(port));
    this.begun = begun;
    this.output = output;
  }

  static boolean built() {
    return Files.isRegularFile(JAR);
  }

  static Served start(CorpusIndex index, String flags) throws IOException {
    return start(index, flags, "");
  }

  /**
   * Starts it.
   *
   * @param more lines of its configuration
   */
  static Served start(CorpusIndex index, String flags, String more) throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
      port = socket.getLocalPort();
    }
    Path config = Files.createDirectories(index.home().resolve("config"));
    Files.writeString(
        config.resolve("application.properties"), index.configuration(MODELS, port) + "\n" + more);
    Path output = index.home().resolve("output.txt");
    long begun = System.nanoTime();
    Process process =
        new ProcessBuilder(command(flags))
            .directory(index.home().toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    return new Served(process, port, begun, output);
  }

  /** As the launcher has it. */
  private static List<String> command(String flags) {
    List<String> command =
        new ArrayList<>(
            List.of(
                System.getProperty("java.home")
                    + File.separator
                    + "bin"
                    + File.separator
                    + "java"));
    command.addAll(List.of(flags.trim().split("\\s+")));
    if (Files.isRegularFile(CLASSES)) {
      command.add("-XX:AOTCache=" + CLASSES.toAbsolutePath());
    }
    command.addAll(
        List.of(
            "--add-modules",
            "jdk.incubator.vector",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-jar",
            JAR.toAbsolutePath().toString()));
    return command;
  }

  /** The seconds from the start of the process until it has answered a question. */
  double firstAnswer(String question) throws IOException, InterruptedException {
    while (true) {
      try {
        ask(question);
        return (System.nanoTime() - begun) / 1e9;
      } catch (RefusedException e) {
        throw e;
      } catch (IOException e) { // nobody listens yet, or the port is only just opened
        if (!process.isAlive() || System.nanoTime() - begun > PATIENCE_SECONDS * 1e9) {
          throw new IOException("Gill did not start: " + Files.readString(output), e);
        }
        LockSupport.parkNanos(5_000_000);
      }
    }
  }

  void ask(String question) throws IOException, InterruptedException {
    String body = json.writeValueAsString(Map.of("question", question));
    HttpResponse<String> response =
        client.send(
            HttpRequest.newBuilder(ask)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new RefusedException(
          "Gill answers with " + response.statusCode() + ": " + response.body());
    }
  }

  /** An address of its. */
  URI at(String path) {
    return ask.resolve(path);
  }

  private static final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
      super(message);
    }
  }

  Memory memory() {
    return Memory.of(process.pid());
  }

  @Override
  public void close() {
    client.close();
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}

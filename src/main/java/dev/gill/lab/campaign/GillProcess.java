package dev.gill.lab.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The built application, as a process in a folder of its own that follows one source. */
public final class GillProcess implements AutoCloseable {
  /** The name of the source. */
  public static final String SOURCE = "it";

  private static final int PATIENCE_MINUTES = 5;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path home;
  private final Path jar;
  private final int port;
  private final HttpClient client = HttpClient.newHttpClient();
  private Process process;

  private GillProcess(Path home, Path jar, int port) {
    this.home = home;
    this.jar = jar;
    this.port = port;
  }

  /**
   * Writes what it needs into a folder, and starts it there.
   *
   * @param jar of the built application
   * @param settings of the source, without {@code gill.sources.NAME.} in front
   */
  public static GillProcess start(Path home, Path jar, Path models, Map<String, String> settings)
      throws IOException {
    return start(home, jar, models, settings, "");
  }

  /**
   * The same with a hook.
   *
   * @param hook the secret of the source's hook; empty for none
   */
  public static GillProcess start(
      Path home, Path jar, Path models, Map<String, String> settings, String hook)
      throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
      return start(home, jar, models, settings, socket.getLocalPort(), hook);
    }
  }

  /**
   * The same on a given port.
   *
   * @param hook the secret of the source's hook; empty for none
   */
  public static GillProcess start(
      Path home, Path jar, Path models, Map<String, String> settings, int port, String hook)
      throws IOException {
    StringBuilder written =
        new StringBuilder(
            "quarkus.http.host=localhost\nquarkus.http.port=%d\ngill.models=%s\n"
                .formatted(port, models.toAbsolutePath()));
    settings.forEach(
        (key, value) -> written.append("gill.sources.%s.%s=%s\n".formatted(SOURCE, key, value)));
    if (!hook.isEmpty()) {
      written.append("gill.hooks.%s.secret=%s\n".formatted(SOURCE, hook));
    }
    Path config = Files.createDirectories(home.resolve("config"));
    Files.writeString(config.resolve("application.properties"), written);
    GillProcess gill = new GillProcess(home, jar.toAbsolutePath(), port);
    gill.start();
    return gill;
  }

  /** Starts it again over the same index. */
  void start() throws IOException {
    process = java("output.txt");
  }

  private Process java(String output, String... command) throws IOException {
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "--add-modules",
                "jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-jar",
                jar.toString()));
    line.addAll(List.of(command));
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve(output).toFile()));
    builder.environment().keySet().removeIf(name -> name.matches("(GILL|QUARKUS)_.*"));
    return builder.start();
  }

  /** As a power cut ends it: {@code kill -9}. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** Whether the source was last in step after this. */
  public boolean inStepSince(Instant moment) throws InterruptedException {
    return source()
        .filter(view -> view.path("state").asText().equals("in_step"))
        .map(view -> view.path("lastSuccess").asText())
        .filter(at -> Instant.parse(at).isAfter(moment))
        .isPresent();
  }

  /** What the service says of the source; empty while it does not answer. */
  public Optional<JsonNode> source() throws InterruptedException {
    try {
      JsonNode all = answer(HttpRequest.newBuilder(uri("/api/sources")).build());
      return Optional.of(all.path("sources").path(0)).filter(JsonNode::isObject);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** What it answers to a question. */
  public JsonNode ask(String question) throws IOException, InterruptedException {
    String body = JSON.writeValueAsString(Map.of("question", question));
    return answer(
        HttpRequest.newBuilder(uri("/api/ask"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  /** A document as the service shows it. */
  public JsonNode document(String key) throws IOException, InterruptedException {
    String id = URLEncoder.encode(SOURCE + ":" + key, StandardCharsets.UTF_8).replace("+", "%20");
    return answer(HttpRequest.newBuilder(uri("/api/documents/" + id)).build());
  }

  /** The bytes of its heap that are used now, what is not collected yet among them. */
  public double heap() throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(uri("/q/metrics")).build();
    return client
        .send(request, BodyHandlers.ofString())
        .body()
        .lines()
        .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private JsonNode answer(HttpRequest request) throws IOException, InterruptedException {
    return JSON.readTree(client.send(request, BodyHandlers.ofString()).body());
  }

  private URI uri(String path) {
    return URI.create("http://localhost:%d%s".formatted(port, path));
  }

  /** Where it answers. */
  public URI address() {
    return uri("");
  }

  /** Where its source's hook is. */
  public URI hook() {
    return uri("/api/hooks/" + SOURCE);
  }

  /** Its process id. */
  public long pid() {
    return process.pid();
  }

  /**
   * Waits until it was in step after a moment.
   *
   * @throws IllegalStateException if it never is
   */
  public void awaitInStep(Instant moment) throws InterruptedException, IOException {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES);
    while (!inStepSince(moment)) {
      if (System.nanoTime() > end || !process.isAlive()) {
        throw new IllegalStateException(
            "Gill is not in step after %d minutes: %s\n%s"
                .formatted(
                    PATIENCE_MINUTES, source(), Files.readString(home.resolve("output.txt"))));
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }
  }

  /** Runs {@code verify} in its folder, and returns what that prints with its exit code. */
  Verified verify() throws IOException, InterruptedException {
    Path output = home.resolve("verify.txt");
    Files.deleteIfExists(output);
    int code = java("verify.txt", "verify").waitFor();
    List<String> said =
        Files.readAllLines(output).stream().filter(line -> !line.startsWith("WARNING")).toList();
    return new Verified(code, said);
  }

  /** What {@code verify} came to. */
  record Verified(int code, List<String> said) {}

  /** What it logged as a warning or an error, each only once. */
  List<String> complaints() throws IOException {
    return Files.readAllLines(home.resolve("output.txt")).stream()
        .filter(line -> line.matches(".*\\b(WARN|ERROR)\\b.*"))
        .map(line -> line.replaceFirst("^\\S+ \\S+ +", ""))
        .distinct()
        .toList();
  }

  Path home() {
    return home;
  }

  /** Ends it in good order. */
  void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      kill();
    }
  }

  @Override
  public void close() {
    client.close();
    kill();
  }
}

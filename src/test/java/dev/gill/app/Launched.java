package dev.gill.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The built application, started in a folder of its own as a process of its own. */
final class Launched implements AutoCloseable {
  private final Process process;
  private final Path output;

  private Launched(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** Starts it in a folder that holds {@code config/application.properties}. */
  static Launched in(Path folder, String... command) throws IOException {
    return in(folder, Map.of(), command);
  }

  /** The same in an environment that says this besides. */
  static Launched in(Path folder, Map<String, String> environment, String... command)
      throws IOException {
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "--add-modules",
                "jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                Path.of("target", "quarkus-app", "quarkus-run.jar").toAbsolutePath().toString()));
    line.addAll(Arrays.asList(command));
    return start(folder, line, environment);
  }

  /** Starts it by the script in a folder, in an environment that says this besides. */
  static Launched script(Path folder, Map<String, String> environment, String... command)
      throws IOException {
    List<String> line = new ArrayList<>(List.of(folder.resolve("gill").toString()));
    line.addAll(Arrays.asList(command));
    Map<String, String> variables = new HashMap<>(environment);
    variables.put("JAVA_HOME", System.getProperty("java.home"));
    return start(folder, line, variables);
  }

  private static Launched start(Path folder, List<String> line, Map<String, String> variables)
      throws IOException {
    Path output = Files.createTempFile(folder, "output", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().putAll(variables);
    return new Launched(builder.start(), output);
  }

  /** Waits for its end and returns the exit code. */
  int exit() throws InterruptedException {
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      throw new AssertionError("still running after two minutes: " + said());
    }
    return process.exitValue();
  }

  /** Sends a signal by its name; whether that goes here. */
  boolean signal(String name) throws IOException, InterruptedException {
    return new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor()
        == 0;
  }

  /** All that it printed. */
  String all() throws IOException {
    return Files.readString(output);
  }

  /** What it printed that is for people; the JVM's own notices are not. */
  String said() {
    try {
      return Files.readAllLines(output, StandardCharsets.UTF_8).stream()
          .filter(line -> !line.startsWith("WARNING: Using incubator modules"))
          .reduce("", (a, b) -> a + b + "\n");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
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

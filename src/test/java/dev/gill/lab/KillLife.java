package dev.gill.lab;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One life of a {@link KillVictim}: what it said, and how it is ended. */
final class KillLife implements AutoCloseable {
  private final Process process;
  private final Path complaints;
  private final Thread listening;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private volatile Optional<String> begun = Optional.empty();
  private volatile Optional<String> acknowledged;

  /** {@code before} is the cursor that the index held at the beginning. */
  KillLife(KillSetup setup, Optional<String> before, Path complaints) throws IOException {
    this.acknowledged = before;
    this.complaints = complaints;
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx1g",
            "-XX:TieredStopAtLevel=" + (setup.real() ? 4 : 1),
            "--add-modules",
            "jdk.incubator.vector",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            KillVictim.class.getName()));
    command.addAll(setup.args());
    this.process =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.to(new File(complaints.toString())))
            .start();
    this.listening = Thread.ofPlatform().daemon().start(this::listen);
  }

  private void listen() {
    try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        if (line.startsWith("commit ")) {
          begun = Optional.of(line.substring("commit ".length()));
        } else if (line.startsWith("committed ")) {
          acknowledged = Optional.of(line.substring("committed ".length()));
        }
        lines.add(line);
      }
    } catch (IOException e) {
      lines.add("gone");
    }
  }

  /** The next line, if it comes within that time. */
  Optional<String> next(Duration within) throws InterruptedException {
    return Optional.ofNullable(lines.poll(within.toNanos(), TimeUnit.NANOSECONDS));
  }

  /** Waits until it has opened the index. */
  void awaitOpen() throws InterruptedException {
    Optional<String> line = next(Duration.ofSeconds(60));
    while (line.isPresent() && !line.get().equals("open")) {
      line = next(Duration.ofSeconds(60));
    }
    if (line.isEmpty()) {
      throw new IllegalStateException("The process did not begin: " + complaints());
    }
  }

  /** Lets it live for so long, reading on. */
  void live(Duration time) throws InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
      next(Duration.ofNanos(left));
    }
  }

  /** Kills it as {@code kill -9} does, and listens to its last words. */
  void kill() throws InterruptedException {
    if (!process.isAlive()) {
      throw new IllegalStateException("The process ended by itself: " + complaints());
    }
    process.toHandle().destroyForcibly();
    process.waitFor();
    listening.join();
  }

  /** The cursors that the index may hold now: the last acknowledged, or the one under way. */
  List<Optional<String>> possible() {
    return begun.isPresent() ? List.of(acknowledged, begun) : List.of(acknowledged);
  }

  boolean diedWhileCommitting() {
    return begun.isPresent() && !begun.equals(acknowledged);
  }

  private String complaints() {
    try {
      return Files.readString(complaints);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.toHandle().destroyForcibly();
    process.onExit().join();
  }
}

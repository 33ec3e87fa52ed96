package dev.gill.lab.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Ports of this machine. */
final class Ports {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private Ports() {}

  /** One that nobody listens on. */
  static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  /**
   * Returns once a process listens on a port. One that does not, which may only be slow, is ended.
   *
   * @param server what it is
   * @param logs of what it says
   * @throws ServerMissingException if it ends or patience does; says which, and what the logs say
   */
  static void await(int port, Process process, String server, Path... logs)
      throws IOException, InterruptedException {
    await(port, process, PATIENCE, server, logs);
  }

  static void await(int port, Process process, Duration patience, String server, Path... logs)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    boolean ended = false;
    while (!ended && !listens(port)) {
      ended = process.waitFor(20, TimeUnit.MILLISECONDS);
      if (!ended && System.nanoTime() >= end) {
        process.destroyForcibly();
        throw new ServerMissingException(
            server,
            "it runs, but nothing listened on its port for %d seconds; the machine may be busy. %s"
                .formatted(patience.toSeconds(), said(logs)));
      }
    }
    if (ended) {
      throw new ServerMissingException(
          server, "it ended with status %d. %s".formatted(process.exitValue(), said(logs)));
    }
  }

  private static String said(Path... logs) throws IOException {
    StringBuilder said = new StringBuilder();
    for (Path log : logs) {
      said.append(Files.exists(log) ? Files.readString(log) : "");
    }
    return said.toString().isBlank() ? "It said nothing." : "It said: " + said.toString().strip();
  }

  static boolean listens(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}

package dev.gill.lab.servers;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** rclone serving a folder by WebDAV for {@code kb} with {@code kb-pass}, and a client of it. */
public final class RealWebdav implements AutoCloseable {
  private final HttpClient client = HttpClient.newHttpClient();
  private final Path folder;
  private final int port;
  private Process process;

  private RealWebdav(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  /**
   * Starts one.
   *
   * @throws ServerMissingException if it cannot be had here
   */
  public static RealWebdav start(Path folder) throws Exception {
    RealWebdav server =
        new RealWebdav(Files.createDirectories(folder.resolve("files")), Ports.free());
    server.start();
    return server;
  }

  /** Starts it, again on the same port and over the same files. */
  public void start() throws IOException, InterruptedException {
    Path program = Unpacked.of("rclone", "rclone").resolve("usr/bin/rclone");
    ProcessBuilder builder =
        new ProcessBuilder(
            program.toString(),
            "serve",
            "webdav",
            folder.toString(),
            "--addr",
            "127.0.0.1:" + port,
            "--user",
            "kb",
            "--pass",
            "kb-pass",
            "--dir-cache-time",
            "0s");
    Path log = folder.resolveSibling("rclone.log");
    process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    Ports.await(port, process, "WebDAV server", log);
  }

  public String url() {
    return "http://127.0.0.1:%d/".formatted(port);
  }

  /** Writes a file, and the folders that it lies in. */
  public void put(String path, String text) throws Exception {
    for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
      ask("MKCOL", path.substring(0, slash), "", "");
    }
    expect(ask("PUT", path, text, ""), 201, 204);
  }

  public void delete(String path) throws Exception {
    expect(ask("DELETE", path, "", ""), 204, 204);
  }

  public void move(String from, String to) throws Exception {
    for (int slash = to.indexOf('/'); slash > 0; slash = to.indexOf('/', slash + 1)) {
      ask("MKCOL", to.substring(0, slash), "", "");
    }
    expect(ask("MOVE", from, "", uri(to).toASCIIString()), 201, 204);
  }

  private HttpResponse<String> ask(String method, String path, String text, String destination)
      throws Exception {
    String sign = Base64.getEncoder().encodeToString("kb:kb-pass".getBytes(StandardCharsets.UTF_8));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(uri(path).toASCIIString()))
            .header("Authorization", "Basic " + sign)
            .method(
                method,
                method.equals("PUT") ? BodyPublishers.ofString(text) : BodyPublishers.noBody());
    if (!destination.isEmpty()) {
      request.header("Destination", destination);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private URI uri(String path) throws URISyntaxException {
    return new URI("http", null, "127.0.0.1", port, "/" + path, null, null);
  }

  private static void expect(HttpResponse<String> answer, int created, int changed) {
    if (answer.statusCode() != created && answer.statusCode() != changed) {
      throw new IllegalStateException(
          "the server answers " + answer.statusCode() + " " + answer.body());
    }
  }

  /** Stops it; the files stay. */
  public void stop() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }

  @Override
  public void close() {
    client.close();
    process.destroy();
    process.onExit().join();
  }
}

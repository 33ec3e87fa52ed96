package dev.gill.app;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/** A certified provider of OpenID Connect, as a process of its own, with three people. */
final class OidcServer implements AutoCloseable {
  private static final String PACKAGE = "oidc-provider@9.13.3";
  private static final Path FOLDER = Path.of("target", "oidc-provider").toAbsolutePath();
  private static final int INSTALL_MINUTES = 3;

  private final Process process;
  private final int port;

  private OidcServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts it, and installs it first if need be; skips the calling test, saying why, where that
   * cannot be done.
   *
   * @param gill the address that it sends people back to
   */
  static OidcServer start(String gill) throws IOException, InterruptedException {
    install();
    Files.createDirectories(FOLDER);
    Path script = FOLDER.resolve("server.mjs");
    Files.copy(
        Path.of("src", "test", "resources", "oidc", "server.mjs"),
        script,
        StandardCopyOption.REPLACE_EXISTING);
    int port = Ports.free();
    Process process =
        new ProcessBuilder("node", script.toString(), Integer.toString(port), gill)
            .directory(FOLDER.toFile())
            .redirectErrorStream(true)
            .redirectOutput(FOLDER.resolve("log.txt").toFile())
            .start();
    OidcServer server = new OidcServer(process, port);
    boolean up = false;
    try {
      await().atMost(Duration.ofSeconds(30)).until(server::answers);
      up = true;
    } finally {
      if (!up) {
        server.close();
      }
    }
    return server;
  }

  private static void install() throws IOException, InterruptedException {
    Assumptions.assumeTrue(
        works("node", "--version") && works("npm", "--version"),
        "SKIPPED: no sign-in was tried with a real provider, since there are no node and npm here"
            + " (Debian: apt-get install nodejs npm)");
    if (Files.isDirectory(FOLDER.resolve("node_modules/oidc-provider"))) {
      return;
    }
    Files.createDirectories(FOLDER);
    Files.writeString(FOLDER.resolve("package.json"), "{\"private\":true}\n");
    Process npm =
        new ProcessBuilder("npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", PACKAGE)
            .directory(FOLDER.toFile())
            .redirectErrorStream(true)
            .redirectOutput(FOLDER.resolve("npm.txt").toFile())
            .start();
    boolean installed = npm.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES) && npm.exitValue() == 0;
    npm.destroyForcibly();
    Assumptions.assumeTrue(
        installed,
        "SKIPPED: no sign-in was tried with a real provider, since npm could not install "
            + PACKAGE
            + " (target/oidc-provider/npm.txt says why)");
  }

  private static boolean works(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(List.of(command)).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Its address, which is also its name. */
  String issuer() {
    return "http://127.0.0.1:" + port;
  }

  /** A token that it gives a program for what bears this name. */
  String token(String resource) throws IOException, InterruptedException {
    String form =
        "grant_type=client_credentials&scope=ask&resource="
            + URLEncoder.encode(resource, StandardCharsets.UTF_8);
    String client =
        Base64.getEncoder().encodeToString("robot:crocus-secret".getBytes(StandardCharsets.UTF_8));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(issuer() + "/token"))
            .header("Authorization", "Basic " + client)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      String answer = http.send(request, BodyHandlers.ofString()).body();
      Matcher token = Pattern.compile("\"access_token\":\"([^\"]+)\"").matcher(answer);
      if (!token.find()) {
        throw new AssertionError("the provider gives no token: " + answer);
      }
      return token.group(1);
    }
  }

  private boolean answers() throws InterruptedException {
    if (!process.isAlive()) {
      throw new AssertionError("the provider ended; see " + FOLDER.resolve("log.txt"));
    }
    URI address = URI.create(issuer() + "/.well-known/openid-configuration");
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
              .send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}

package dev.gill.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code gill} over the built application, in a folder of its own without sources. */
class ScriptIT {
  @TempDir Path home;
  private Path theirs;

  @BeforeEach
  void unpack() throws IOException {
    theirs = home.resolve("theirs");
    Files.copy(Path.of("gill"), home.resolve("gill"), StandardCopyOption.COPY_ATTRIBUTES);
    link("target/quarkus-app");
    link("models");
    Path team = Files.createDirectories(home.resolve("config/sample-team"));
    Files.writeString(
        team.resolve("leave.md"), "# Leave\n\nThere are 28 days of leave each year.\n");
  }

  private void link(String folder) throws IOException {
    Path link = home.resolve(folder);
    Files.createDirectories(link.getParent());
    Files.createSymbolicLink(link, Path.of(folder).toAbsolutePath());
  }

  private Map<String, String> environment(int port) {
    return Map.of("GILL_DATA", theirs.toString(), "QUARKUS_HTTP_PORT", Integer.toString(port));
  }

  @Test
  void aRehearsalLeavesAloneWhatTheEnvironmentSays() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("localhost"));
        Launched rehearsal = Launched.script(home, environment(taken.getLocalPort()), "rehearse")) {
      assertThat(rehearsal.exit()).as(rehearsal.said()).isZero();
    }
    assertThat(home.resolve("target/gill.aot")).isNotEmptyFile();
    assertThat(home.resolve("target/rehearsal")).doesNotExist();
    assertThat(theirs).doesNotExist();
  }

  @Test
  void theRealStartDoesAsTheEnvironmentSays() throws Exception {
    int port = Ports.free();
    Files.writeString(
        home.resolve("config/application.properties"),
        "quarkus.http.port=%d\ngill.data=ours\n".formatted(Ports.free()));
    try (Launched gill = Launched.script(home, environment(port), "up")) {
      await()
          .atMost(Duration.ofMinutes(2))
          .untilAsserted(
              () ->
                  assertThat(gill.said())
                      .contains("Gill answers at http://localhost:%d\n".formatted(port)));
      assertThat(page(port)).contains("Questions to try", "How long do we keep database backups?");
      assertThat(theirs).isNotEmptyDirectory();
      assertThat(home.resolve("ours")).doesNotExist();
    }
  }

  private static String page(int port) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI home = URI.create("http://localhost:" + port + "/");
      return client.send(HttpRequest.newBuilder(home).build(), BodyHandlers.ofString()).body();
    }
  }
}

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
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
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

  /** What the script and the commands say of themselves, and what the README says of them. */
  @Test
  void helpListsEveryCommandAndTheJvmWarnsOfNothing() throws Exception {
    Set<String> commands = new TreeSet<>();
    Pattern called = Pattern.compile("^\\./gill ([a-z-]+)", Pattern.MULTILINE);
    called
        .matcher(Files.readString(Path.of("README.md")))
        .results()
        .forEach(found -> commands.add(found.group(1)));
    Pattern handled = Pattern.compile("^  ([a-z]+)\\)$", Pattern.MULTILINE);
    handled
        .matcher(Files.readString(Path.of("gill")))
        .results()
        .forEach(found -> commands.add(found.group(1)));
    assertThat(commands).contains("up", "test", "bench", "build", "ask", "verify", "learn");
    try (Launched help = Launched.script(home, Map.of(), "help")) {
      assertThat(help.exit()).isZero();
      assertThat(help.all()).doesNotContain("WARNING");
      for (String command : commands) {
        assertThat(help.all()).containsPattern("(?m)^  " + command + " +[A-Z]");
      }
    }
    for (String command : List.of("help ask", "verify --help", "up --help", "ask --port 1 x")) {
      try (Launched said = Launched.script(home, Map.of(), command.split(" "))) {
        assertThat(said.exit()).isIn(0, 2);
        assertThat(said.all()).doesNotContain("WARNING").contains("gill");
      }
    }
  }

  /** A build that fails, or is cut off, leaves the one before it in use. */
  @Test
  void theLastGoodBuildIsKeptUntilTheNextOneIsGood() throws Exception {
    Files.delete(home.resolve("target/quarkus-app"));
    Path wrapper = home.resolve("mvnw");
    String built = Path.of("target/quarkus-app").toAbsolutePath().toString();
    write(wrapper, "#!/bin/sh\nrm -rf target/quarkus-app\ncp -R '%s' target/\n".formatted(built));
    Files.createDirectories(home.resolve("src/main"));
    Files.writeString(home.resolve("pom.xml"), "<project/>");
    try (Launched build = Launched.script(home, Map.of(), "build")) {
      assertThat(build.exit()).as(build.said()).isZero();
    }
    Path current = home.resolve("target/kept/current");
    String first = Files.readString(current);
    write(wrapper, "#!/bin/sh\nrm -rf target/quarkus-app\nmkdir target/quarkus-app\nexit 1\n");
    try (Launched build = Launched.script(home, Map.of(), "build")) {
      assertThat(build.exit()).as("it is up to date").isZero();
    }
    Files.writeString(home.resolve("src/main/New.java"), "nonsense");
    try (Launched build = Launched.script(home, Map.of(), "build")) {
      assertThat(build.exit()).isEqualTo(2);
    }
    try (Launched help = Launched.script(home, Map.of(), "help")) {
      assertThat(help.exit()).as(help.said()).isZero();
      assertThat(help.said()).contains("The last good build is used.").contains("verify");
    }
    assertThat(current).hasContent(first.strip());
  }

  private static void write(Path script, String text) throws IOException {
    Files.writeString(script, text);
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static String page(int port) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI home = URI.create("http://localhost:" + port + "/");
      return client.send(HttpRequest.newBuilder(home).build(), BodyHandlers.ofString()).body();
    }
  }
}

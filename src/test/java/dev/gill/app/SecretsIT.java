package dev.gill.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Starts the built application with secrets in every wrong place, against a server that repeats
 * what it is told, and looks for them in all that anybody can read.
 */
class SecretsIT {
  /** Stands in the secret where there is one alone. */
  private static final String MARK = mark(0);

  private static final List<String> READ =
      List.of(
          "/sources",
          "/api/sources",
          "/api/breaths",
          "/q/health",
          "/q/health/ready",
          "/q/health/live",
          "/q/metrics");

  @TempDir Path home;

  /** Each source has a mark of its own for its secret, written MARK here; H is the server. */
  private static final List<String> FOLLOWED =
      List.of(
          "url=http://user:MARK@H/auth/s401/x.git",
          "url=http://user:MARK@H/auth/s403/x.git",
          "url=http://user:MARK@H/auth/s404/x.git",
          "url=http://user:MARK@H/auth/s429/x.git",
          "url=http://user:MARK@H/auth/s500/x.git",
          "url=http://user:MARK@H/auth/s200/x.git",
          "url=http://user:MARK@H/auth/s301/x.git",
          "url=http://user:MARK@H/auth/s302/x.git",
          "url=http://user:MARK@H/auth/s418/x.git",
          "url=http://user:MARK@H/auth/err/x.git",
          "url=http://user:a/MARK@H/auth/s500/x.git",
          "url=http://user:a?MARK@H/auth/s500/x.git",
          "url=http://user:a\\#MARK@H/auth/s500/x.git",
          "url=http://user:a MARK@H/auth/s500/x.git",
          "url=http://user:a@MARK@H/auth/s500/x.git",
          "url=http://user:a:MARK@H/auth/s500/x.git",
          "url=http://user:a\\\\MARK@H/auth/s500/x.git",
          "url=http://user:%41%2fMARK@H/auth/s500/x.git",
          "url=http://user:MARK%@H/auth/s500/x.git",
          "url=http://user:MARK%4@H/auth/s403/x.git",
          "url=http://us\u00e9r:\u00fcMARK@H/auth/s500/x.git",
          "url=http://MARK@H/auth/s500/x.git",
          "url=http://:MARK@H/auth/s500/x.git",
          "url=HTTP://user:MARK@H/auth/s500/x.git",
          "url=\\u0020\\u0020http://user:MARK@H/auth/s500/x.git\\u0020",
          "url=http://H/s500/x.git?token=MARK",
          "url=http://H/s301/x.git?private_token=MARK",
          "url=http://H/s200/x.git?a=b&access_token=MARK",
          "url=http://H/err/x.git?token=MARK",
          "url=http://H/s404/MARK/x.git",
          "url=http://H/s500/MARK/x.git",
          "url=http://H/s429/x.git/MARK",
          "url=http://H/s302/MARK/x.git",
          "url=http://H/s200/MARK/x.git",
          "url=http://H/auth/s500/x.git;username=user;password=MARK",
          "url=http://H/auth/s403/x.git;password=MARK",
          "url=http://H/auth/s301/x.git;username=user;password=a b/MARK\u00fc",
          "url=http://H/auth/s200/x.git;username=MARK;password=p",
          "url=http://user@H/auth/s500/x.git;password=MARK",
          "url=https://user:MARK@H/auth/s500/x.git",
          "url=git://user:MARK@H/auth/s500/x.git",
          "url=http://user:MARK@no-such-host.invalid/x.git",
          "url=http://user:MARK@127.0.0.1:1/x.git",
          "url=http://user:MARK@[::1]:1/x.git",
          "url=http://H/auth/s500/x.git;username=user;password=a${MARK}",
          "url=http://MARK/x.git",
          "url=MARK",
          "path=repository;branch=MARK",
          "path=repository;folder=MARK/docs");

  /** What keeps Gill from starting. */
  static List<String> refused() {
    return List.of(
        "type=git;url=https//user:MARK@h.example/x.git",
        "type=git;url=http:/user:MARK@h.example/x.git",
        "type=git;url=http:\\\\\\\\user:MARK@h.example\\\\x.git",
        "type=git;url=htps://user:MARK@h.example/x.git",
        "type=git;url=ssh://user:MARK@h.example/x.git",
        "type=git;url=user:MARK@h.example:x",
        "type=git;url=MARK@h.example:team/docs.git",
        "type=git;url=file://user:MARK@h.example/x.git",
        "type=git;url=http://user:MARK@",
        "type=git;url=http://user:MARK@/x.git",
        "type=git;url=http://user:MARK@h.example:99999/x.git",
        "type=git;url=http://user:MARK@h.example:a/x.git",
        "type=git;url=http://user:MARK@h ex.example/x.git",
        "type=git;url=http://user:MARK@h.example/x\\u0007y.git",
        "type=git;url=http://user:MARK@h.example\\\\x.git",
        "type=git;url=http://user:12/MARK@h.example/x.git",
        "type=git;url=http://[user:MARK@::1]/x.git",
        "type=git;url=http://h.example/x.git\\#MARK",
        "type=git;url=http://h.example/x.git;proxy=http://user:MARK@proxy.example:3128",
        "type=git;url=http://h.example/x.git;link=https://user:MARK@h.example/{path}",
        "type=git;url=http://h.example/x.git;link=https://h.example/{path}?token=MARK",
        "type=git;url=http://h.example/x.git;link=https://h.example/{MARK}",
        "type=git;url=http://h.example/x.git;include=[MARK",
        "type=git;url=http://h.example/x.git;folder=../MARK",
        "type=git;url=http://h.example/x.git;every=MARK",
        "type=git;url=http://h.example/x.git;max-bytes=MARK",
        "type=git;url=http://h.example/x.git;password\\ MARK=x",
        "type=MARK;url=http://h.example/x.git",
        "type=folder;path=https://user:MARK@h.example/x.git",
        "type=folder;path=MARK");
  }

  @ParameterizedTest
  @MethodSource("refused")
  void aSettingThatIsRefusedIsNotRepeated(String settings) throws Exception {
    configure(0, source("x", settings, MARK, "h.example"));
    try (Launched gill = Launched.in(home, "up")) {
      assertThat(gill.exit()).as(gill.said()).isEqualTo(2);
      assertThat(Leak.of(gill.said(), Stream.of(MARK))).as(gill.said()).isEmpty();
      assertThat(gill.said().lines()).hasSize(1);
      assertThat(gill.said()).startsWith("gill: ").contains("gill.sources.x");
    }
    assertThat(leftBehind(List.of(MARK))).isEmpty();
  }

  @Test
  void noSecretOfASourceCanBeRead() throws Exception {
    int port = freePort();
    Git.init().setDirectory(home.resolve("repository").toFile()).setInitialBranch("main").call();
    Files.writeString(home.resolve("repository/a.md"), "# A\n\nThe sky over the quay is green.\n");
    try (Git git = Git.open(home.resolve("repository").toFile());
        EchoServer server = EchoServer.start()) {
      git.add().addFilepattern(".").call();
      git.commit().setMessage("a").setAuthor("a", "a@example.com").setSign(false).call();
      StringBuilder sources = new StringBuilder();
      Map<String, String> marks = new TreeMap<>();
      for (int i = 0; i < FOLLOWED.size(); i++) {
        String mark = mark(i);
        marks.put(mark, FOLLOWED.get(i));
        sources.append(source("s" + i, "type=git;" + FOLLOWED.get(i), mark, server.place()));
      }
      configure(port, LOUD + sources);
      try (Launched gill = Launched.in(home)) {
        await()
            .atMost(Duration.ofMinutes(4))
            .untilAsserted(
                () -> assertThat(failing(port)).as(gill.said()).isEqualTo(FOLLOWED.size()));
        Map<String, List<String>> leaks = new TreeMap<>();
        for (String page : READ) {
          note(leaks, page, get(port, page), marks);
        }
        note(leaks, "output", gill.said(), marks);
        note(leaks, "log", Files.readString(home.resolve("gill.log")), marks);
        leftBehind(marks.keySet()).forEach((file, found) -> note(leaks, file, found, marks));
        assertThat(leaks).isEmpty();
        assertThat(gill.said())
            .contains("offers no encrypted connection that can be trusted")
            .doesNotContain("does not answer in time");
        assertThat(gill.said().lines().filter(line -> line.contains("WARN")).distinct().toList())
            .hasSizeGreaterThanOrEqualTo(FOLLOWED.size())
            .allSatisfy(line -> assertThat(line).contains("Next try in"));
      }
    }
  }

  /** What tells marks apart stands in the middle, so that it is in every form of base64. */
  private static String mark(int i) {
    return "tul" + (char) ('a' + i / 26) + (char) ('a' + i % 26) + "ipwort";
  }

  private static void note(
      Map<String, List<String>> leaks, String place, String text, Map<String, String> marks) {
    for (String mark : Leak.of(text, marks.keySet().stream())) {
      leaks.computeIfAbsent(marks.get(mark), m -> new ArrayList<>()).add(place);
    }
  }

  /** All the log that can be had. */
  private static final String LOUD =
      """
      quarkus.log.level=DEBUG
      quarkus.log.console.level=INFO
      quarkus.log.file.enabled=true
      quarkus.log.file.path=gill.log
      quarkus.log.category."org.eclipse.jgit".level=DEBUG
      quarkus.log.category."org.eclipse.jgit.transport".level=DEBUG
      """;

  private static String source(String name, String settings, String mark, String server) {
    StringBuilder lines = new StringBuilder();
    for (String setting : settings.split(";")) {
      lines.append("gill.sources.%s.%s\n".formatted(name, setting));
    }
    return lines
        .toString()
        .replace("MARK", mark)
        .replace("@H/", "@" + server + "/")
        .replace("//H/", "//" + server + "/");
  }

  /** The files of the data folder, by what of the secrets is in their names and contents. */
  private Map<String, String> leftBehind(java.util.Collection<String> marks) throws IOException {
    Map<String, String> found = new TreeMap<>();
    if (Files.exists(home.resolve("data"))) {
      try (Stream<Path> files = Files.walk(home.resolve("data"))) {
        for (Path file : files.toList()) {
          String all =
              file
                  + (Files.isRegularFile(file)
                      ? new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                      : "");
          if (!Leak.of(all, marks.stream()).isEmpty()) {
            found.put(home.relativize(file).toString(), all);
          }
        }
      }
    }
    return found;
  }

  private static long failing(int port) throws InterruptedException {
    return get(port, "/api/sources").split("\"state\":\"failing\"", -1).length - 1;
  }

  private static String get(int port, String path) throws InterruptedException {
    URI uri = URI.create("http://localhost:%d%s".formatted(port, path));
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      return "";
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
      return socket.getLocalPort();
    }
  }

  private void configure(int port, String settings) throws IOException {
    Path config = Files.createDirectories(home.resolve("config"));
    Files.writeString(
        config.resolve("application.properties"),
        "quarkus.http.host=localhost\nquarkus.http.port=%d\ngill.models=%s\n%s\n"
            .formatted(port, Path.of("models").toAbsolutePath(), settings));
  }
}

package dev.gill.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gill.SmallDisk;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Starts the built application as a user does, with what users get wrong. */
class LaunchIT {
  @TempDir Path home;
  private int port;

  @BeforeEach
  void freePort() throws IOException {
    port = Ports.free();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gill.sources.x.type=folder;gill.sources.x.path=missing/folder | there is no folder",
        "gill.sources.x.type=wiki | gill.sources.x.type is not known; use folder, git, mail, mediawiki, dokuwiki, confluence, webdav, chatexport, slack, lark, lark-chat, matrix or verified",
        "gill.sources.x.path=. | gill.sources.x.type is missing",
        "gill.sources.x.type=folder;gill.sources.x.pth=. | did you mean path?",
        "gill.sorces.x.type=folder | Gill knows no setting gill.sorces.x.type",
        "gill.data=\\u00zz | cannot be read",
        "gil.data=x | gil.data is no setting of Gill; did you mean gill.data?",
        "GILL.data=x | GILL.data is no setting of Gill; did you mean gill.data?",
        "quarks.http.prot=1 | quarks.http.prot is no setting of Gill; did you mean quarkus.http.prot?",
        "sources.x.type=folder | did you mean gill.sources.x.type?",
        "gill.dta=x | Gill knows no setting gill.dta; did you mean gill.data?",
        "gill.embed.threads=-3 | gill.embed.threads is -3; make it a whole number from 1 to 256.",
        "gill.feedback=maybe | gill.feedback cannot be read; make it true or false.",
        "gill.http.asks=many | gill.http.asks cannot be read; make it a whole number",
        "gill.sources.x.type=folder;gill.sources.x.path=.;gill.http.asks=0 | set each from 1 to 10,000",
        "gill.sources.x.type=folder;gill.sources.x.path=.;gill.http.body-timeout=2m | gill.http.body-timeout: 120000 ms is too short or too long; set it from 1s to 1m",
        "gill.sources.x.type=folder;gill.sources.x.path=.;gill.http.hosts=https://gill.example.com | gill.http.hosts: https://gill.example.com is no host name; write names alone",
        "gill.sources.x.type=folder;gill.sources.x.path=.;quarkus.http.host=0.0.0.0 | quarkus.http.host=0.0.0.0 lets others reach Gill, and nobody would have to sign in; set gill.signin=oidc",
        "gill.sources.x.type=folder;gill.sources.x.path=.;quarkus.http.host=0.0.0.0;gill.signin=open | say it a second time by gill.signin.open=yes",
        "gill.sources.x.type=folder;gill.sources.x.path=.;gill.signin=ldap | gill.signin is not known; set it to none, oidc or open.",
        "gill.sources.x.type=folder;gill.sources.x.path=.;gill.signin.isuer=https://x | Gill knows no setting gill.signin.isuer; did you mean gill.signin.issuer?",
        "gill.sources.x.type=folder;gill.sources.x.path=.;gill.http.asks-per-minute=-1 | set asks-per-minute from 0",
        "gill.sources.x.type=folder;gill.sources.x.path=.;gill.models=nothing/here | nothing/here",
        "gill.sources.x.type=folder;gill.sources.x.path=.;gill.answer.model=oracle | gill.answer.model=oracle is not known"
      })
  void whatIsWrongIsSaidInOneSentence(String settings, String sentence) throws Exception {
    configure(settings.replace(';', '\n'));
    try (Launched gill = Launched.in(home, "up")) {
      assertThat(gill.exit()).isEqualTo(2);
      assertThat(gill.said().lines()).hasSize(1);
      assertThat(gill.said()).startsWith("gill: ").contains(sentence);
    }
  }

  @Test
  void aVariableThatIsNearlyRightIsNamed() throws Exception {
    configure(folder());
    try (Launched gill = Launched.in(home, Map.of("GILL_DTA", "x"), "up")) {
      assertThat(gill.exit()).isEqualTo(2);
      assertThat(gill.said())
          .isEqualTo(
              "gill: The environment's GILL_DTA is no setting of Gill; did you mean GILL_DATA?\n");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ask --url 'http://a b' Anybody? | gill: --url cannot be read; make it an address such as http://localhost:8080.",
        "ask --port abc Anybody? | gill: Unknown option: '--port'.",
        "replay x --commits many | gill: --commits cannot be read; make it a whole number.",
        "up --port 8081 | gill: Unknown options: '--port', '8081'.",
        "frobnicate | gill: Unmatched argument at index 0: 'frobnicate'."
      })
  void whatIsWrongWithACommandIsSaidInOurWords(String command, String sentence) throws Exception {
    configure(folder());
    String[] arguments =
        Pattern.compile("'([^']*)'|(\\S+)")
            .matcher(command)
            .results()
            .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
            .toArray(String[]::new);
    try (Launched gill = Launched.in(home, arguments)) {
      assertThat(gill.exit()).isEqualTo(2);
      assertThat(gill.said()).startsWith(sentence + "\n").contains("./gill help");
    }
  }

  @Test
  void aPortThatIsNoNumberIsSaidSoByWhoeverAsks() throws Exception {
    configure(folder() + "\nquarkus.http.port=abc");
    try (Launched ask = Launched.in(home, "ask", "Anybody?")) {
      assertThat(ask.exit()).isEqualTo(2);
      assertThat(ask.said())
          .isEqualTo("gill: quarkus.http.port cannot be read; make it a whole number.\n");
    }
  }

  @Test
  void aDataFolderWithoutRoomIsSaidInOneSentence() throws Exception {
    try (SmallDisk disk = new SmallDisk(home.resolve("disk"), "3m")) {
      configure(folder() + "\ngill.data=" + disk.folder());
      for (int free : new int[] {3_000_000, 0}) {
        disk.fill(free);
        try (Launched gill = Launched.in(home, "up")) {
          assertThat(gill.exit()).isEqualTo(2);
          assertThat(gill.said())
              .startsWith("gill: The data folder %s is full: ".formatted(disk.folder()))
              .contains("MB are needed to start; make room")
              .hasLineCount(1);
        }
      }
    }
  }

  /** The running one stands still meanwhile, so that its first pass does not end. */
  @Test
  void verifySaysOfAFirstPassHowMuchIsToCome() throws Exception {
    configure(folder());
    for (int i = 0; i < 400; i++) {
      Files.writeString(
          home.resolve("notes/page%d.md".formatted(i)),
          "# Page %d\n\nThe page with the number %d lies on the shelf %d.\n".formatted(i, i, i));
    }
    try (Launched gill = Launched.in(home)) {
      await()
          .pollInterval(Duration.ofMillis(20))
          .atMost(Duration.ofMinutes(2))
          .until(() -> get("/api/sources").contains("\"state\":\"reading\""));
      assertThat(gill.signal("STOP")).isTrue();
      try (Launched verify = Launched.in(home, "verify")) {
        assertThat(verify.exit()).as(verify.said()).isEqualTo(3);
        assertThat(verify.said())
            .containsPattern("notes is still being read \\([0-9]+ of 402 to come\\)\\.")
            .contains("verify again once the sources are in step")
            .doesNotContain("differs");
      } finally {
        gill.signal("CONT");
      }
    }
  }

  @Test
  void aByteOrderMarkHidesNoLine() throws Exception {
    configure(folder());
    Path file = home.resolve("config/application.properties");
    Files.writeString(file, "\uFEFF" + Files.readString(file));
    try (Launched gill = Launched.in(home, "up")) {
      assertThat(gill.exit()).isEqualTo(2);
      assertThat(gill.said()).contains("begins with a byte-order mark").hasLineCount(1);
    }
  }

  @Test
  void aTakenPortIsSaidInOneSentence() throws Exception {
    configure(folder());
    try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getByName("localhost"));
        Launched gill = Launched.in(home, "up")) {
      assertThat(taken.isBound()).isTrue();
      assertThat(gill.exit()).isEqualTo(2);
      assertThat(gill.said())
          .isEqualTo(
              "gill: Port %d on localhost is taken; stop what uses it or set quarkus.http.port to another.\n"
                  .formatted(port));
    }
  }

  @Test
  void servesAsksVerifiesAndKeepsOthersOffItsIndex() throws Exception {
    configure(folder());
    int served = port;
    try (Launched gill = Launched.in(home)) {
      await().atMost(Duration.ofMinutes(2)).until(this::ready);
      try (Launched ask =
          Launched.in(home, "ask", "How", "many", "eggs", "does", "the", "cake", "need?")) {
        assertThat(ask.exit()).as(ask.said()).isZero();
        assertThat(ask.said()).contains("The cake needs seven eggs. [1]").contains("notes:cake.md");
      }
      try (Launched ask = Launched.in(home, "ask", "Who won the chess championship of 1927?")) {
        assertThat(ask.exit()).as(ask.said()).isEqualTo(1);
        assertThat(ask.said()).startsWith("I don't know");
      }
      try (Launched verify = Launched.in(home, "verify")) {
        assertThat(verify.exit()).as(verify.said()).isZero();
        assertThat(verify.said()).contains("The index is what a rebuild would hold.");
      }
      try (Launched check = Launched.in(home, "check-source", "notes")) {
        assertThat(check.exit()).as(check.said()).isZero();
        assertThat(check.said()).contains("2 files would be read.", "notes can be followed.");
      }
      freePort();
      configure(folder());
      try (Launched second = Launched.in(home, "up")) {
        assertThat(second.exit()).isEqualTo(2);
        assertThat(second.said()).contains("in use by another Gill");
      }
      assertThat(gill.said())
          .startsWith("Gill is starting and will answer at http://localhost:%d\n".formatted(served))
          .contains("Gill answers at http://localhost:%d\n".formatted(served))
          .doesNotContain("ERROR");
    }
    Files.writeString(home.resolve("notes/cake.md"), "# Cake\n\nThe cake needs nine eggs.\n");
    try (Launched verify = Launched.in(home, "verify")) {
      assertThat(verify.exit()).as(verify.said()).isEqualTo(1);
      assertThat(verify.said()).contains("notes:cake.md").contains("differs from a rebuild");
    }
  }

  @Test
  void whereItIsSaidTwiceEverybodyIsLetInAndNobodyIsAnAdmin() throws Exception {
    configure(folder() + "\nquarkus.http.host=0.0.0.0\ngill.signin=open\ngill.signin.open=yes\n");
    try (Launched gill = Launched.in(home)) {
      await().atMost(Duration.ofMinutes(2)).until(this::ready);
      assertThat(get("/api/search?q=cake")).contains("seven eggs");
      assertThat(post("/api/sources/notes/sync", "")).isEqualTo(202);
      assertThat(post("/api/forget", "{\"person\":\"li@example.org\"}")).isEqualTo(403);
      assertThat(gill.said()).doesNotContain("ERROR");
    }
  }

  private int post(String path, String body) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(port, path)))
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString(body))
                  .build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    }
  }

  @Test
  void saysWhereToStartItWhenNoneAnswers() throws Exception {
    configure(folder());
    try (Launched ask = Launched.in(home, "ask", "Anybody?")) {
      assertThat(ask.exit()).isEqualTo(2);
      assertThat(ask.said()).contains("start it with ./gill up");
    }
  }

  private boolean ready() throws InterruptedException {
    return get("/q/health/ready").contains("\"status\": \"UP\"");
  }

  private String get(String path) throws InterruptedException {
    URI address = URI.create("http://localhost:%d%s".formatted(port, path));
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() == 200 ? answer.body() : "";
    } catch (IOException e) {
      return "";
    }
  }

  private String folder() throws IOException {
    Path notes = Files.createDirectories(home.resolve("notes"));
    Files.writeString(notes.resolve("cake.md"), "# Cake\n\nThe cake needs seven eggs.\n");
    Files.writeString(notes.resolve("tea.md"), "# Tea\n\nThe tea steeps for four minutes.\n");
    return "gill.sources.notes.type=folder\ngill.sources.notes.path=notes";
  }

  private void configure(String settings) throws IOException {
    Path config = Files.createDirectories(home.resolve("config"));
    String models =
        settings.contains("gill.models")
            ? ""
            : "gill.models=" + Path.of("models").toAbsolutePath() + "\n";
    Files.writeString(
        config.resolve("application.properties"),
        "quarkus.http.host=localhost\nquarkus.http.port=%d\n%s%s\n"
            .formatted(port, models, settings));
  }
}

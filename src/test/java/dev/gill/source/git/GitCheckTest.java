package dev.gill.source.git;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import dev.gill.model.SourceId;
import dev.gill.source.CheckStep;
import dev.gill.source.CheckStep.Failed;
import dev.gill.source.CheckStep.Passed;
import dev.gill.source.CheckStep.Skipped;
import dev.gill.source.Settings;
import dev.gill.source.SourceContext;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.transport.Daemon;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GitCheckTest {
  @TempDir Path temporary;
  private Repo repo;
  private HttpServer server;
  private Daemon daemon;

  @BeforeEach
  void makeRepository() throws Exception {
    repo = new Repo(temporary.resolve("repository"));
    repo.write("readme.md", "# Read me");
    repo.write("docs/a b.md", "# A");
    repo.write("docs/p.png", "png");
    repo.commit("first");
  }

  @AfterEach
  void closeAll() {
    repo.close();
    if (server != null) {
      server.stop(0);
    }
    if (daemon != null) {
      daemon.stop();
    }
  }

  private Map<String, CheckStep.Outcome> check(String... settings) throws Exception {
    Map<String, String> all = new HashMap<>();
    for (int i = 0; i < settings.length; i += 2) {
      all.put(settings[i], settings[i + 1]);
    }
    Map<String, CheckStep.Outcome> steps = new LinkedHashMap<>();
    new GitType()
        .check(
            new Settings(new SourceId("team"), all),
            new SourceContext(
                temporary.resolve("scratch"), name -> name.endsWith(".md"), InstantSource.system()),
            step -> assertThat(steps.put(step.name(), step.outcome())).isNull());
    assertThat(steps.keySet())
        .containsExactly(
            "address",
            "reachable",
            "credentials",
            "branch",
            "commit",
            "folder",
            "documents",
            "link");
    return steps;
  }

  /** Offers the repository as plain files to one user. */
  private String serve(String user, String password) throws Exception {
    Path served = repo.folder().resolve(".git").toRealPath();
    String tip = repo.git().getRepository().resolve("HEAD").name();
    Files.createDirectories(served.resolve("info"));
    Files.writeString(served.resolve("info/refs"), tip + "\trefs/heads/main\n");
    Files.createDirectories(served.resolve("objects/info"));
    Files.writeString(served.resolve("objects/info/packs"), "\n");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server
        .createContext("/", SimpleFileServer.createFileHandler(served))
        .setAuthenticator(
            new BasicAuthenticator("team") {
              @Override
              public boolean checkCredentials(String name, String word) {
                return name.equals(user) && word.equals(password);
              }
            });
    server.start();
    return "http://127.0.0.1:%d/".formatted(server.getAddress().getPort());
  }

  /** Offers the repository to everybody, as Git's own daemon does. */
  private String serve() throws Exception {
    daemon = new Daemon(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    daemon.setRepositoryResolver(
        (client, name) -> {
          repo.git().getRepository().incrementOpen();
          return repo.git().getRepository();
        });
    daemon.getService("upload-pack").setEnabled(true);
    daemon.start();
    return "git://127.0.0.1:%d/team.git".formatted(daemon.getAddress().getPort());
  }

  @Test
  void aRepositoryOfThisMachinePassesStepByStep() throws Exception {
    String path = repo.folder().toString();
    String tip = repo.git().getRepository().resolve("HEAD").name();

    var steps =
        check("path", path, "folder", "docs", "link", "https://g.example/{commit}/{path}#L{line}");

    assertThat(steps.get("address"))
        .isEqualTo(new Passed("It is a path of this machine, %s.".formatted(path)));
    assertThat(steps.get("credentials")).isInstanceOf(Skipped.class);
    assertThat(steps.get("branch").sentence()).contains(tip.substring(0, 10));
    assertThat(steps.get("folder")).isEqualTo(new Passed("The configured folder is there."));
    assertThat(steps.get("documents"))
        .isEqualTo(
            new Passed(
                "1 file would be read; passed over: 1 file of a format that Gill does not know (.png 1)."));
    assertThat(steps.get("link").sentence())
        .isEqualTo(
            "Citations of docs/a b.md lead to https://g.example/%s/docs/a%%20b.md#L{line}"
                .formatted(tip));
  }

  @Test
  void aServerThatLetsEverybodyInPassesStepByStep() throws Exception {
    repo.commit("second.md", "# Second");
    var steps = check("url", serve());

    assertThat(steps.get("reachable").sentence()).matches("127\\.0\\.0\\.1:\\d+ answers\\.");
    assertThat(steps.get("credentials"))
        .isEqualTo(new Passed("The server lets everybody in; none are configured."));
    assertThat(steps.get("documents").sentence()).startsWith("3 files would be read");
  }

  @Test
  void aServerTakesTheRightPasswordAndRefusesAWrongOneWithoutShowingIt() throws Exception {
    String url = serve("reader", "hunter2");

    assertThat(check("url", url, "username", "reader", "password", "hunter2").get("documents"))
        .isInstanceOf(Passed.class);

    var steps = check("url", url, "username", "MARKuser", "password", "MARKword");
    assertThat(steps.get("reachable")).isInstanceOf(Passed.class);
    assertThat(steps.get("credentials")).isInstanceOf(Failed.class);
    assertThat(steps.get("credentials").sentence())
        .contains("refuses the user: check the user name and token of source team");
    assertThat(List.of(steps.get("branch"), steps.get("documents")))
        .hasOnlyElementsOfType(Skipped.class);
    assertThat(steps.toString()).doesNotContain("MARK");
  }

  @Test
  void aServerThatIsNotThereFailsAtBeingReached() throws Exception {
    var steps = check("url", "http://localhost:1/MARK/team.git?token=MARK");

    assertThat(steps.get("address")).isInstanceOf(Passed.class);
    assertThat(steps.get("reachable"))
        .isEqualTo(
            new Failed(
                "localhost:1 does not answer: check the address of source team and the network."));
    assertThat(steps.toString()).doesNotContain("MARK");
  }

  @Test
  void aPathWithoutARepositoryFailsAtBeingReached() throws Exception {
    assertThat(check("path", temporary.resolve("nothing").toString()).get("reachable"))
        .isInstanceOf(Failed.class)
        .extracting(CheckStep.Outcome::sentence)
        .asString()
        .startsWith("There is no Git repository at");
  }

  @Test
  void aBranchOrFolderThatIsNotThereFailsAtThatStep() throws Exception {
    String path = repo.folder().toString();

    var branch = check("path", path, "branch", "MARK");
    assertThat(branch.get("branch"))
        .isEqualTo(
            new Failed(
                "%s does not have the branch that is configured: check the branch of source team."
                    .formatted(path)));
    assertThat(check("url", serve(), "branch", "MARK").get("branch")).isInstanceOf(Failed.class);

    var folder = check("path", path, "folder", "MARK");
    assertThat(folder.get("branch")).isInstanceOf(Passed.class);
    assertThat(folder.get("folder")).isInstanceOf(Failed.class);
    assertThat(folder.get("documents")).isInstanceOf(Skipped.class);
    assertThat(branch + "" + folder).doesNotContain("MARK");
  }

  @Test
  void aServerThatLacksWhatItAnnouncesFailsAtTheCommit() throws Exception {
    String url = serve("reader", "p");
    Files.writeString(
        repo.folder().resolve(".git/info/refs"), "7".repeat(40) + "\trefs/heads/main\n");

    var steps = check("url", url, "username", "reader", "password", "p");

    assertThat(steps.get("branch")).isInstanceOf(Passed.class);
    assertThat(steps.get("commit")).isInstanceOf(Failed.class);
    assertThat(steps.get("folder")).isInstanceOf(Skipped.class);
  }

  @Test
  void whereNothingWouldBeReadTheStepFails() throws Exception {
    assertThat(check("path", repo.folder().toString(), "include", "manuals").get("documents"))
        .isEqualTo(
            new Failed(
                "No file would be read; passed over: 3 files left out by include and exclude; correct include and exclude."));
  }
}

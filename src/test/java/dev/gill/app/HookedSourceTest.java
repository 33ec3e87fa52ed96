package dev.gill.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gill.TemporaryFolder;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The real Gill looks at a repository when its server says so, long before it is due. */
@QuarkusTest
@TestProfile(HookedSourceTest.Hooked.class)
@Tag("slow")
class HookedSourceTest {
  private static final String SECRET = "0123456789abcdef";

  /** A repository that is looked at once an hour. */
  public static final class Hooked implements QuarkusTestProfile {
    private static final String SHARED = "hooked-source.copy";

    static synchronized Path folder() {
      if (System.getProperty(SHARED) == null) {
        Path folder = TemporaryFolder.untilExit("gill-hooked-");
        System.setProperty(SHARED, folder.toString());
        push(folder.resolve("docs"), "Backups are kept for 35 days.", true);
      }
      return Path.of(System.getProperty(SHARED));
    }

    static void push(Path docs, String text, boolean first) {
      try (Git git =
          first
              ? Git.init().setDirectory(docs.toFile()).setInitialBranch("main").call()
              : Git.open(docs.toFile())) {
        Files.writeString(docs.resolve("backups.md"), "# Backups\n\n" + text + "\n");
        git.add().addFilepattern(".").call();
        PersonIdent mira = new PersonIdent("Mira", "mira@example.org");
        git.commit().setMessage("Say it").setAuthor(mira).setCommitter(mira).setSign(false).call();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "gill.data",
          folder().resolve("data").toString(),
          "gill.sources.docs.type",
          "git",
          "gill.sources.docs.path",
          folder().resolve("docs").toString(),
          "gill.sources.docs.every",
          "1h",
          "gill.hooks.docs.secret",
          SECRET);
    }
  }

  private static String answer() {
    return given()
        .contentType("application/json")
        .body(Map.of("question", "How long are backups kept?"))
        .post("/api/ask")
        .jsonPath()
        .getString("answer");
  }

  @Test
  void a_push_is_answered_from_when_its_hook_comes() {
    await().atMost(Duration.ofMinutes(2)).until(() -> answer().contains("35 days"));
    Hooked.push(Hooked.folder().resolve("docs"), "Backups are kept for 42 days.", false);

    given().post("/api/hooks/docs/0123456789abcdeg").then().statusCode(404);
    given().post("/api/hooks/docs/" + SECRET).then().statusCode(202);

    await().atMost(Duration.ofSeconds(30)).until(() -> answer().contains("42 days"));
    assertThat(answer()).doesNotContain("35 days");
  }
}

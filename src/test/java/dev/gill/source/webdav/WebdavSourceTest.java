package dev.gill.source.webdav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.model.Audience;
import dev.gill.source.Change;
import dev.gill.source.Replica;
import dev.gill.source.Source;
import dev.gill.source.SourceException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the contracts do not ask: cheap looks, trouble with single files and folders, links. */
final class WebdavSourceTest {
  @TempDir Path data;
  private final List<AutoCloseable> opened = new ArrayList<>();
  private final Replica replica = new Replica();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private SmallDav server;

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : opened) {
      each.close();
    }
  }

  private void serve(SmallDav.Kind kind) throws IOException {
    server = new SmallDav(kind);
    opened.add(server);
  }

  private Source open() {
    InstantSource clock = () -> now;
    Source source = Davs.source(Davs.settings(server.url(), new Audience.Everyone(), data), clock);
    opened.add(source);
    return source;
  }

  /** What is asked of the server while the source is followed once. */
  private List<String> asked(Source source) throws Exception {
    int before = server.requests().size();
    replica.follow(source);
    return List.copyOf(server.requests().subList(before, server.requests().size()));
  }

  @Test
  void aLookThatFindsNothingIsOneRequest() throws Exception {
    for (SmallDav.Kind kind : List.of(SmallDav.Kind.CLOUD, SmallDav.Kind.REPORTS)) {
      serve(kind);
      for (int i = 0; i < 20; i++) {
        server.write("d%d/e/f%d.md".formatted(i % 5, i), "text " + i);
      }
      Source source = open();
      new Replica().follow(source);
      Replica other = new Replica();
      other.follow(source);
      int before = server.requests().size();
      other.follow(source);

      assertThat(server.requests().size() - before).as(kind.toString()).isEqualTo(1);
    }
  }

  @Test
  void anEditDeepDownOnNextcloudListsOnlyTheFoldersAboveIt() throws Exception {
    serve(SmallDav.Kind.CLOUD);
    for (int i = 0; i < 20; i++) {
      server.write("d%d/e%d/f.md".formatted(i % 5, i), "text " + i);
    }
    Source source = open();
    replica.follow(source);
    server.write("d3/e3/f.md", "edited");

    assertThat(asked(source))
        .containsExactly(
            "PROPFIND 0 /",
            "PROPFIND 1 /",
            "PROPFIND 1 /d3",
            "PROPFIND 1 /d3/e3",
            "GET null /d3/e3/f.md");
    assertThat(replica.get("d3/e3/f.md").text()).isEqualTo("edited");
  }

  @Test
  void anEditThatIsReportedCostsTwoRequests() throws Exception {
    serve(SmallDav.Kind.REPORTS);
    server.write("d/a.md", "one");
    server.write("d/b.md", "two");
    Source source = open();
    replica.follow(source);
    server.write("d/a.md", "edited");
    server.delete("d/b.md");

    assertThat(asked(source)).containsExactly("REPORT 0 /", "GET null /d/a.md");
    assertThat(replica.keys()).containsExactly("d/a.md");
  }

  @Test
  void aTokenThatTheServerForgotLeadsToALookAtEverythingAndNoFileIsReadAgain() throws Exception {
    serve(SmallDav.Kind.REPORTS);
    server.write("a.md", "one");
    server.write("b.md", "two");
    Source source = open();
    replica.follow(source);
    server.delete("b.md");
    server.forgetTokens();

    assertThat(asked(source)).noneMatch(request -> request.startsWith("GET"));
    assertThat(replica.keys()).containsExactly("a.md");
  }

  @Test
  void aRestartReadsNothingThatWasReadBefore() throws Exception {
    serve(SmallDav.Kind.SHALLOW);
    for (int i = 0; i < 130; i++) {
      server.write("%03d.md".formatted(i), "text " + i);
    }
    replica.page(open());
    assertThat(replica.keys()).hasSize(64);

    assertThat(asked(open())).filteredOn(request -> request.startsWith("GET")).hasSize(66);
    assertThat(asked(open())).noneMatch(request -> request.startsWith("GET"));
    assertThat(replica.keys()).hasSize(130);
  }

  @Test
  void aBrokenFileStopsNothingAndIsTriedEverMoreSeldom() throws Exception {
    serve(SmallDav.Kind.SHALLOW);
    server.write("a.md", "one");
    server.write("broken.md", "two");
    server.write("c.md", "three");
    server.troubles.put("broken.md", 500);
    Source source = open();
    replica.follow(source);
    assertThat(replica.get("c.md").text()).isEqualTo("three");
    assertThat(replica.get("broken.md").cause()).startsWith("broken.md cannot be read: ");

    assertThat(source.nextTries().values()).containsExactly(now.plus(Duration.ofMinutes(1)));
    List<Integer> tried = new ArrayList<>();
    for (int minute = 1; minute <= 20; minute++) {
      now = now.plus(Duration.ofMinutes(1));
      if (asked(source).stream().anyMatch(request -> request.startsWith("GET"))) {
        tried.add(minute);
      }
    }
    assertThat(tried).containsExactly(1, 3, 7, 15);

    server.troubles.clear();
    server.write("broken.md", "mended");
    replica.follow(source);
    assertThat(replica.get("broken.md").text()).isEqualTo("mended");
  }

  @Test
  void aFolderThatMayNotBeListedAnyMoreGoesAndIsShown() throws Exception {
    serve(SmallDav.Kind.SHALLOW);
    server.write("hr/pay.md", "secret");
    server.write("a.md", "one");
    Source source = open();
    replica.follow(source);
    server.troubles.put("hr", 403);
    replica.follow(source);

    assertThat(replica.keys()).containsExactly("a.md", "hr/");
    assertThat(replica.get("hr/").cause())
        .isEqualTo(
            "The folder hr may not be listed by the user that Gill signs in as: share it with that user, or exclude it.");

    server.troubles.clear();
    replica.follow(source);
    assertThat(replica.keys()).containsExactly("a.md", "hr/pay.md");
  }

  @Test
  void aFolderThatFailsForAWhileKeepsWhatIsKnownOfIt() throws Exception {
    serve(SmallDav.Kind.SHALLOW);
    server.write("drive/plan.md", "the plan");
    server.write("a.md", "one");
    Source source = open();
    replica.follow(source);
    server.troubles.put("drive", 500);
    server.delete("a.md");
    replica.follow(source);

    assertThat(replica.keys()).containsExactly("drive/", "drive/plan.md");
    assertThat(replica.get("drive/").cause()).isNotBlank();
  }

  @Test
  void nothingIsTakenForGoneInAFirstPassThatCouldNotListAFolder() throws Exception {
    serve(SmallDav.Kind.SHALLOW);
    server.write("drive/plan.md", "the plan");
    server.write("a.md", "one");
    replica.follow(open());
    server.troubles.put("drive", 500);
    List<Change> first = new ArrayList<>();
    Source elsewhere =
        Davs.source(
            Davs.settings(server.url(), new Audience.Everyone(), data.resolve("lost")), () -> now);
    opened.add(elsewhere);
    first.addAll(replica.follow(elsewhere));
    assertThat(first).noneMatch(Change.Remaining.class::isInstance);
    assertThat(replica.keys()).contains("drive/plan.md");

    server.troubles.clear();
    server.delete("drive/plan.md");
    List<Change> second = replica.follow(elsewhere);
    assertThat(second.getLast()).isInstanceOf(Change.Remaining.class);
    assertThat(replica.keys()).containsExactly("a.md");
  }

  @Test
  void aPasswordThatIsRefusedIsSaidAndDeletesNothing() throws Exception {
    serve(SmallDav.Kind.CLOUD);
    server.write("a.md", "one");
    Source source = open();
    replica.follow(source);
    server.troubles.put("", 401);

    assertThatThrownBy(() -> source.poll(replica.cursor()))
        .isInstanceOf(SourceException.Denied.class)
        .hasMessage(
            "The url of source team is refused: check username and password, or token; where people sign in with a second factor, make an app password.");
  }

  @Test
  void aLinkLeadsToTheFilesPageOnNextcloudAndToItsAddressElsewhere() throws Exception {
    serve(SmallDav.Kind.CLOUD);
    server.write("docs/值班 表.md", "rota");
    replica.follow(open());
    assertThat(replica.get("docs/值班 表.md").link())
        .isEqualTo("http://%s/index.php/f/1".formatted(server.authority()));

    serve(SmallDav.Kind.DEEP);
    server.write("docs/值班 表.md", "rota");
    Replica plain = new Replica();
    plain.follow(open());
    assertThat(plain.get("docs/值班 表.md").link())
        .isEqualTo(server.url() + "docs/%e5%80%bc%e7%8f%ad%20%e8%a1%a8.md");
  }

  @Test
  void aFileThatIsTooLargeIsNotFetched() throws Exception {
    serve(SmallDav.Kind.DEEP);
    server.write("large.md", "x".repeat(3000));
    WebdavSettings usual = Davs.settings(server.url(), new Audience.Everyone(), data);
    Source source =
        Davs.source(
            new WebdavSettings(
                usual.http(),
                "",
                usual.audience(),
                List.of(),
                List.of(),
                2000,
                Duration.ofHours(1),
                data));
    opened.add(source);

    assertThat(asked(source)).noneMatch(request -> request.startsWith("GET"));
    assertThat(replica.get("large.md").cause()).contains("raise max-bytes, or exclude it");
  }
}

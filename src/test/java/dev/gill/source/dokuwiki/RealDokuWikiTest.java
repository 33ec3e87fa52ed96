package dev.gill.source.dokuwiki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.gill.lab.servers.Real;
import dev.gill.lab.servers.RealDokuWiki;
import dev.gill.model.Content;
import dev.gill.model.Place;
import dev.gill.parse.Document;
import dev.gill.parse.formats.Formats;
import dev.gill.source.Replica;
import dev.gill.source.Shown;
import dev.gill.source.Source;
import dev.gill.source.SourceException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A team's life with a real DokuWiki; the copy equals a rebuild after each step. */
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RealDokuWikiTest {
  private static final String[] SUPERUSER = {
    "username", RealDokuWiki.ADMIN, "password", RealDokuWiki.ADMIN_PASSWORD
  };

  @TempDir static Path temporary;
  private static RealDokuWiki wiki;
  private static Dokus dokus;
  private final Replica replica = new Replica();
  private Source source;

  @BeforeAll
  static void start() throws Exception {
    dokus = new Dokus(temporary.resolve("gill"));
    wiki = Real.orSkip(() -> RealDokuWiki.start(temporary));
  }

  @AfterAll
  static void stop() {
    dokus.close();
    if (wiki != null) {
      wiki.close();
    }
  }

  @AfterEach
  void closeSource() {
    if (source != null) {
      source.close();
    }
  }

  private void open() throws Exception {
    source = dokus.source(wiki.url(), SUPERUSER);
    replica.follow(source);
  }

  private void look() throws Exception {
    replica.follow(source);
    Replica rebuilt = new Replica();
    try (Source fresh = dokus.source(wiki.url(), SUPERUSER)) {
      rebuilt.follow(fresh);
    }
    assertThat(replica.documents()).isEqualTo(rebuilt.documents());
  }

  /** The wiki names revisions by their second, and keeps only the last of each. */
  private static void awaitNextSecond() {
    long written = Instant.now().getEpochSecond();
    await().until(() -> Instant.now().getEpochSecond() > written);
  }

  private Document read(String id) throws Exception {
    return new Formats()
        .parse(
            new Content.File(
                "text/html", id, replica.get(id).text().getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  @Order(1)
  void pages_are_created_edited_deleted_and_restored() throws Exception {
    open();
    wiki.write("team:deploy", "====== Deploy ======\nRuns daily & well.");
    look();
    assertThat(read("team:deploy").text()).contains("Runs daily & well.");
    assertThat(replica.get("team:deploy").author()).isEqualTo("admin");
    String then = replica.get("team:deploy").revisionLink();
    awaitNextSecond();
    wiki.write("team:deploy", "====== Deploy ======\nRuns hourly.");
    look();
    assertThat(read("team:deploy").text()).contains("hourly").doesNotContain("daily");
    assertThat(Shown.at(then)).contains("Runs daily &amp; well.").doesNotContain("Runs hourly.");
    wiki.write("team:deploy", "");
    look();
    assertThat(replica.keys()).doesNotContain("team:deploy");
    wiki.write("team:deploy", "====== Deploy ======\nIs back.");
    look();
    assertThat(replica.keys()).contains("team:deploy").doesNotContain("wiki:syntax");
  }

  @Test
  @Order(2)
  void a_page_reads_as_the_wiki_shows_it_and_its_sections_have_the_wikis_ids() throws Exception {
    wiki.write(
        "team:guide",
        """
        ====== Guide ======
        Kept for **42** days((says Mira)).
        ===== Steps & more =====
        ^ Step ^ Time ^
        | build | 5 min |

          * one
        <code bash>ls -l</code>
        """);
    open();
    Document read = read("team:guide");

    assertThat(read.text())
        .contains(
            "Kept for 42 days.",
            "says Mira",
            "| Step | Time |\n| build | 5 min |",
            "- one",
            "ls -l")
        .doesNotContain("EDIT");
    assertThat(read.anchors())
        .extracting(anchor -> anchor.place())
        .contains(new Place.Section("guide"), new Place.Section("steps_more"));
  }

  @Test
  @Order(3)
  void access_lists_become_scopes_and_their_changes_hold_with_the_next_look() throws Exception {
    wiki.write("hr:pay", "By grade.");
    open();
    assertThat(replica.get("hr:pay").scope().key()).isEmpty();
    wiki.rules("* @ALL 1", "* @user 16", "hr:* @ALL 0", "hr:* @hr 8");
    look();
    assertThat(replica.get("hr:pay").scope().key()).isEqualTo("@hr");
    wiki.rules("* @ALL 1", "* @user 16", "hr:* @ALL 0");
    look();
    assertThat(replica.keys()).doesNotContain("hr:pay");
    wiki.rules("* @ALL 1", "* @user 16");
    look();
    assertThat(replica.get("hr:pay").scope().key()).isEmpty();
  }

  @Test
  @Order(4)
  void a_plain_account_reads_what_it_may_and_wants_an_audience() throws Exception {
    wiki.rules("* @ALL 1", "* @user 16", "hr:* @ALL 0");
    String[] bot = {"username", RealDokuWiki.BOT, "password", RealDokuWiki.BOT_PASSWORD};
    try (Source plain = dokus.source(wiki.url(), bot)) {
      assertThatThrownBy(() -> plain.poll(replica.cursor()))
          .isInstanceOf(SourceException.Denied.class)
          .hasMessageContaining("set gill.sources.team.audience");
    }
    String[] told = {bot[0], bot[1], bot[2], bot[3], "audience", "everyone"};
    try (Source plain = dokus.source(wiki.url(), told)) {
      replica.follow(plain);
      assertThat(replica.keys()).contains("team:guide").doesNotContain("hr:pay");
    }
    try (Source wrong =
        dokus.source(wiki.url(), "username", "bot", "password", "wrong-pass", "audience", "x")) {
      assertThatThrownBy(() -> wrong.poll(replica.cursor()))
          .hasMessageContaining("remoteuser")
          .hasMessageNotContaining("wrong-pass");
    }
    wiki.rules("* @ALL 1", "* @user 16");
  }

  @Test
  @Order(5)
  void stops_kills_and_files_past_the_wiki_lose_nothing() throws Exception {
    for (int i = 0; i < 70; i++) {
      wiki.writeFile("many:page%02d".formatted(i), "Text " + i);
    }
    try (Source killed = dokus.source(wiki.url(), SUPERUSER)) {
      replica.page(killed);
    }
    assertThat(replica.keys()).hasSize(64);
    wiki.write("many:page03", "edited meanwhile");
    open();
    look();
    assertThat(read("many:page03").text()).contains("edited meanwhile");
    wiki.stop();
    assertThatThrownBy(() -> source.poll(replica.cursor())).isInstanceOf(SourceException.class);
    wiki.start();
    wiki.writeFile("many:late", "Past the wiki.");
    dokus.pass(Duration.ofMinutes(5));
    look();
    assertThat(replica.keys()).contains("many:late");
  }
}

package dev.gill.source.mediawiki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.lab.servers.Real;
import dev.gill.lab.servers.RealMediaWiki;
import dev.gill.model.Content;
import dev.gill.model.DocId;
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
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A team's life with a real MediaWiki; the copy equals a rebuild after each step. */
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RealMediaWikiTest {
  @TempDir static Path temporary;
  private static RealMediaWiki wiki;
  private static final Wikis WIKIS = new Wikis();
  private final Replica replica = new Replica();
  private Source source;

  @BeforeAll
  static void start() throws Exception {
    wiki = Real.orSkip(() -> RealMediaWiki.start(temporary));
  }

  @AfterAll
  static void stop() {
    WIKIS.close();
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

  private void open(String... settings) throws Exception {
    source = WIKIS.source(wiki.api(), settings);
    replica.follow(source);
  }

  private void look(String... settings) throws Exception {
    replica.follow(source);
    Replica rebuilt = new Replica();
    try (Source fresh = WIKIS.source(wiki.api(), settings)) {
      rebuilt.follow(fresh);
    }
    assertThat(replica.documents()).isEqualTo(rebuilt.documents());
  }

  private Document read(String title) throws Exception {
    return new Formats()
        .parse(
            new Content.File(
                "text/x-wiki", title, replica.get(title).text().getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  @Order(1)
  void pages_are_created_edited_moved_deleted_and_restored() throws Exception {
    open();
    wiki.write("Deploy", "Runs daily.");
    look();
    assertThat(replica.get("Deploy").author()).isEqualTo("Admin");
    String then = replica.get("Deploy").revisionLink();
    wiki.write("Deploy", "Runs hourly.");
    look();
    assertThat(replica.get("Deploy").text()).isEqualTo("Runs hourly.");
    assertThat(Shown.at(then)).contains("Runs daily.").doesNotContain("Runs hourly.");
    wiki.move("Deploy", "Release: the guide", true);
    look();
    assertThat(replica.keys()).contains("Release: the guide").doesNotContain("Deploy");
    wiki.move("Release: the guide", "Help:Release", false);
    look();
    assertThat(replica.keys()).contains("Help:Release").doesNotContain("Release: the guide");
    wiki.delete("Help:Release");
    look();
    assertThat(replica.keys()).doesNotContain("Help:Release");
    wiki.undelete("Help:Release");
    look();
    assertThat(replica.get("Help:Release").text()).isEqualTo("Runs hourly.");
    wiki.write("Talk:Deploy", "no document");
    wiki.write("Deploy", "#REDIRECT [[Help:Release]]");
    look();
    assertThat(replica.keys()).doesNotContain("Talk:Deploy", "Deploy");
  }

  @Test
  @Order(2)
  void a_page_reads_as_the_wiki_shows_it_and_its_sections_have_the_wikis_ids() throws Exception {
    wiki.write(
        "Template:Box",
        "{| class=\"infobox\"\n! Owner\n| {{{owner|nobody}}}\n|-\n! Page\n| {{PAGENAME}}\n|}");
    String page =
        """
        {{Box|owner=Mira}}
        '''Runs''' every [[Day|day]]. {{#if:x|yes|no}} [[Category:Runbooks]]
        == Steps & ''more'' ==
        # build
        # ship
        == Steps & more ==
        {| class="wikitable"
        ! Step !! Time
        |-
        | build || 5 min
        |}
        == 回滚 [[Day|x]] ==
        Call Jonas.
        """;
    wiki.write("Guide", page);
    open();
    Document read = read("Guide");
    String rendered = wiki.rendered("Guide");

    assertThat(read.text())
        .contains("| Owner | Mira |", "| Page | Guide |", "Runs every day.", "| build | 5 min |")
        .doesNotContain("Category", "{{Box");
    List<String> anchors =
        read.anchors().stream()
            .map(anchor -> anchor.place())
            .filter(Place.Section.class::isInstance)
            .map(place -> ((Place.Section) place).id())
            .toList();
    assertThat(anchors).containsExactly("Steps_&_more", "Steps_&_more_2", "回滚_x");
    assertThat(Jsoup.parse(rendered).select(".mw-headline").eachAttr("id")).isEqualTo(anchors);

    wiki.write("Template:Box", "Owned by {{{owner|nobody}}}.");
    look();
    assertThat(read("Guide").text()).contains("Owned by Mira.").doesNotContain("| Owner");
  }

  @Test
  @Order(2)
  void a_page_that_shows_the_time_is_known_to_change_by_itself_and_read_once() throws Exception {
    wiki.write("Template:Clock", "It is {{CURRENTTIMESTAMP}}.");
    wiki.write("Clocked", "Now: {{Clock}}");
    wiki.write("Calm", "Always the same.");
    open();
    assertThat(source.changesByItself(new DocId(source.id(), "Clocked"))).isTrue();
    assertThat(source.changesByItself(new DocId(source.id(), "Calm"))).isFalse();
    String revision = replica.get("Clocked").revision();
    for (int i = 0; i < 3; i++) {
      WIKIS.pass(Duration.ofMinutes(15));
      replica.follow(source);
    }
    assertThat(replica.get("Clocked").revision()).isEqualTo(revision);
    wiki.delete("Clocked");
    replica.follow(source);
  }

  @Test
  @Order(3)
  void a_first_pass_that_was_killed_goes_on_and_misses_nothing() throws Exception {
    for (int i = 0; i < 120; i++) {
      wiki.write("Page %03d".formatted(i), "Text " + i);
    }
    try (Source killed = WIKIS.source(wiki.api())) {
      replica.page(killed);
      assertThat(replica.keys()).hasSizeBetween(40, 60);
    }
    wiki.delete("Page 003");
    wiki.write("Page 077", "edited meanwhile");
    wiki.move("Page 090", "Page 190", false);
    open();
    look();
    assertThat(replica.keys()).contains("Page 190").doesNotContain("Page 003", "Page 090");
  }

  @Test
  @Order(4)
  void a_stop_and_a_start_of_the_wiki_lose_nothing() throws Exception {
    open();
    wiki.stop();
    assertThatThrownBy(() -> source.poll(replica.cursor())).isInstanceOf(SourceException.class);
    wiki.start();
    wiki.write("After", "It is back.");
    look();
    assertThat(replica.keys()).contains("After");
  }

  @Test
  @Order(5)
  void a_page_that_becomes_restricted_goes_with_the_sweep_and_hides_no_other() throws Exception {
    wiki.write("Plan", "To Mars.");
    wiki.write("Guide two", "Every day.");
    open();
    wiki.restrict("Plan");
    WIKIS.pass(Duration.ofMinutes(15));
    look();
    assertThat(replica.keys()).doesNotContain("Plan");
    wiki.write("Plan", "To Venus.");
    wiki.write("Guide two", "Every hour.");
    look();
    assertThat(replica.keys()).doesNotContain("Plan");
    assertThat(replica.get("Guide two").text()).isEqualTo("Every hour.");

    String[] account = {
      "username",
      RealMediaWiki.BOT,
      "password",
      RealMediaWiki.BOT_PASSWORD,
      "restricted-audience",
      "leads"
    };
    Replica own = new Replica();
    try (Source signedIn = WIKIS.source(wiki.api(), account)) {
      own.follow(signedIn);
      assertThat(own.get("Plan").scope().key()).isEqualTo("restricted");
      assertThat(own.get("Guide two").scope().key()).isEmpty();
      wiki.restrict();
      WIKIS.pass(Duration.ofMinutes(15));
      own.follow(signedIn);
      assertThat(own.get("Plan").scope().key()).isEmpty();
    }
  }

  @Test
  @Order(6)
  void a_closed_wiki_wants_an_account_and_says_who_may_read() throws Exception {
    wiki.close(true);
    assertThatThrownBy(this::open)
        .isInstanceOf(SourceException.Denied.class)
        .hasMessageContaining("set username and password");
    try (Source signedIn =
        WIKIS.source(
            wiki.api(), "username", RealMediaWiki.BOT, "password", RealMediaWiki.BOT_PASSWORD)) {
      assertThat(replica.page(signedIn).rights().members().toString()).contains("team:Admin");
    }
  }
}

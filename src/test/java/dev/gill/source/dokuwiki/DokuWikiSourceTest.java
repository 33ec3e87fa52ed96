package dev.gill.source.dokuwiki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.model.Audience;
import dev.gill.model.GroupId;
import dev.gill.model.Identity;
import dev.gill.model.Person;
import dev.gill.model.Scope;
import dev.gill.model.SourceId;
import dev.gill.source.Batch;
import dev.gill.source.Change;
import dev.gill.source.CheckStep;
import dev.gill.source.Replica;
import dev.gill.source.SettingsException;
import dev.gill.source.Source;
import dev.gill.source.SourceException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a team sees of its wiki through Gill, over a stand-in. */
class DokuWikiSourceTest {
  private static final SourceId TEAM = new SourceId("team");

  @TempDir Path data;
  private final Replica replica = new Replica();
  private Dokus dokus;
  private SmallDoku wiki;

  @BeforeEach
  void begin() throws IOException {
    dokus = new Dokus(data);
    wiki = new SmallDoku();
  }

  @AfterEach
  void end() {
    wiki.close();
    dokus.close();
  }

  @Test
  void a_page_comes_with_its_author_time_and_link() throws Exception {
    wiki.write("team:deploy", "<h1 id=\"deploy\">Deploy</h1> Every day.");
    Change.Upserted page = (Change.Upserted) replica.follow(dokus.source(wiki.url())).getFirst();

    assertThat(page.origin().link()).isEqualTo(wiki.url() + "doku.php?id=team:deploy");
    assertThat(page.origin().revisionLink())
        .isEqualTo(wiki.url() + "doku.php?id=team:deploy&rev=1772000001");
    assertThat(page.origin().author()).isEqualTo("mira");
    assertThat(page.origin().modified()).isEqualTo("2026-02-25T06:13:21Z");
    assertThat(page.revision()).startsWith("1772000001-");
  }

  @Test
  void pages_with_the_same_readers_lie_in_one_scope() throws Exception {
    wiki.rules.put("hr:*", Map.of("@ALL", 0, "@hr", 8, "mira", 1));
    wiki.rules.put("closed:*", Map.of("@ALL", 0));
    wiki.write("start", "For all.");
    wiki.write("hr:pay", "By grade.");
    wiki.write("closed:x", "Nobody.");
    Batch batch = replica.page(dokus.source(wiki.url()));

    assertThat(replica.keys()).containsExactly("hr:pay", "start");
    Scope hr = new Scope(TEAM, "@hr,mira");
    assertThat(replica.get("hr:pay").scope()).isEqualTo(hr);
    assertThat(batch.rights().audiences())
        .containsEntry(Scope.whole(TEAM), new Audience.Everyone())
        .containsEntry(
            hr,
            new Audience.AnyOf(
                Set.of(new GroupId("team", "hr"), new GroupId("team", "user mira"))));
    assertThat(batch.rights().members())
        .containsEntry(
            new GroupId("team", "user mira"), Set.of(Person.of(new Identity("team", "mira"))));
  }

  @Test
  void a_changed_access_list_holds_with_the_next_look() throws Exception {
    wiki.write("hr:pay", "By grade.");
    Source source = dokus.source(wiki.url());
    replica.follow(source);
    assertThat(replica.get("hr:pay").scope()).isEqualTo(Scope.whole(TEAM));

    wiki.rules.put("hr:*", Map.of("@ALL", 0, "@hr", 8));
    replica.follow(source);
    assertThat(replica.get("hr:pay").scope().key()).isEqualTo("@hr");

    wiki.rules.put("hr:*", Map.of("@ALL", 0));
    replica.follow(source);
    assertThat(replica.keys()).isEmpty();
  }

  @Test
  void a_look_when_nothing_happened_is_two_requests() throws Exception {
    wiki.write("start", "x");
    Source source = dokus.source(wiki.url());
    replica.follow(source);
    wiki.calls.clear();
    replica.follow(source);

    assertThat(wiki.calls).hasSize(2);
  }

  @Test
  void a_file_that_was_changed_on_the_disk_is_found_by_a_sweep() throws Exception {
    wiki.write("start", "x");
    for (int second = 0; second < 10; second++) {
      wiki.write("other", "text " + second);
    }
    Source source = dokus.source(wiki.url());
    replica.follow(source);
    wiki.behindTheBack("start", "yy");
    replica.follow(source);
    assertThat(replica.get("start").text()).isEqualTo("x");

    dokus.pass(Duration.ofMinutes(5));
    replica.follow(source);
    assertThat(replica.get("start").text()).isEqualTo("yy");
  }

  @Test
  void one_page_that_the_wiki_fails_at_does_not_stop_the_others() throws Exception {
    wiki.write("a", "one");
    wiki.write("b", "two");
    wiki.failing.add("a");
    replica.follow(dokus.source(wiki.url()));

    assertThat(replica.get("a").cause()).contains("open it there");
    assertThat(replica.get("b").text()).isEqualTo("two");
  }

  @Test
  void what_comes_with_every_wiki_is_left_out_unless_something_else_is_configured()
      throws Exception {
    for (String id :
        List.of("wiki:syntax", "playground:playground", "sidebar", "ops:sidebar", "ops:x")) {
      wiki.write(id, "text");
    }
    replica.follow(dokus.source(wiki.url()));
    assertThat(replica.keys()).containsExactly("ops:x");

    Replica own = new Replica();
    own.follow(dokus.source(wiki.url(), "exclude", "ops:**"));
    assertThat(own.keys()).containsExactly("playground:playground", "sidebar", "wiki:syntax");
  }

  @Test
  void without_access_lists_somebody_must_say_who_reads() throws Exception {
    wiki.showsRules = false;
    wiki.write("start", "x");
    assertThatThrownBy(() -> replica.follow(dokus.source(wiki.url())))
        .isInstanceOf(SourceException.Denied.class)
        .hasMessageContaining("set gill.sources.team.audience");

    replica.follow(dokus.source(wiki.url(), "audience", "staff"));
    assertThat(replica.keys()).containsExactly("start");
  }

  @Test
  void a_check_goes_through_a_wiki_step_by_step() throws Exception {
    wiki.rules.put("hr:*", Map.of("@ALL", 0, "@hr", 8));
    wiki.write("hr:pay", "By grade.");
    wiki.write("start", "<h1>Start</h1> <p>Every day.</p>");
    wiki.write("sidebar", "menu");
    List<String> said = new ArrayList<>();
    new DokuWikiType(dokus.clients)
        .check(Dokus.settings(wiki.url()), dokus.context(), step -> said.add(written(step)));

    assertThat(said)
        .containsExactly(
            "Passed remote API: Team Wiki, DokuWiki Release 2022-07-31b \"Igor\", lets visitors use it (remote, remoteuser).",
            "Passed access lists: They can be read, so each page is for those whom the wiki lets read it.",
            "Passed pages: 2 pages would be read, for 2 kinds of readers; 1 left out by include and exclude, 0 that nobody but superusers may read.",
            "Passed changes: The recent changes can be read.",
            "Passed example: start by mira of 2026-02-25T06:13:22Z, %sdoku.php?id=start begins: Start Every day."
                .formatted(wiki.url()));
  }

  private static String written(CheckStep step) {
    return "%s %s: %s"
        .formatted(
            step.outcome().getClass().getSimpleName(), step.name(), step.outcome().sentence());
  }

  @Test
  void mistakes_in_settings_are_said_without_secrets() {
    assertThatThrownBy(
            () -> dokus.source("https://w.example.org/doku.php?id=x", "token", "tulip-88"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("take the page out of it");
    assertThatThrownBy(
            () -> dokus.source("https://w.example.org/", "token", "tulip-88", "username", "g"))
        .hasMessageContaining("give one or the other")
        .hasMessageNotContaining("tulip");
    assertThatThrownBy(() -> dokus.source("https://w.example.org/", "username", "g"))
        .hasMessageContaining("team.password is missing");
    assertThat(dokus.source("https://w.example.org/x/doku.php").id()).isEqualTo(TEAM);
  }
}

package dev.gill.source.mediawiki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.model.Audience;
import dev.gill.model.DocId;
import dev.gill.model.GroupId;
import dev.gill.model.Identity;
import dev.gill.model.Person;
import dev.gill.model.Scope;
import dev.gill.model.SourceId;
import dev.gill.source.Batch;
import dev.gill.source.Change;
import dev.gill.source.Replica;
import dev.gill.source.Source;
import dev.gill.source.SourceException;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a team sees of its wiki through Gill, over a stand-in. */
@Tag("slow")
class MediaWikiSourceTest {
  private static final String[] ACCOUNT = {"username", "Gill@reader", "password", "right-password"};

  private final Wikis wikis = new Wikis();
  private final Replica replica = new Replica();
  private StandInWiki wiki;

  @BeforeEach
  void begin() throws IOException {
    wiki = new StandInWiki();
  }

  @AfterEach
  void end() {
    wiki.close();
    wikis.close();
  }

  private String[] account(String... more) {
    return Stream.of(ACCOUNT, more).flatMap(Arrays::stream).toArray(String[]::new);
  }

  private static DocId doc(String title) {
    return new DocId(new SourceId("team"), title);
  }

  @Test
  void a_page_comes_with_its_author_time_and_link() throws Exception {
    wiki.write("Deploy", "Every day. [[Kategorie:Runbooks]] [[Datei:a.png|thumb|A gate]]");
    Change.Upserted page = (Change.Upserted) replica.follow(wikis.source(wiki.url())).getFirst();

    assertThat(page.origin().link()).isEqualTo("https://wiki.test/Deploy");
    assertThat(page.origin().revisionLink())
        .as("the revision as it was when it was read")
        .matches("https://wiki\\.test/Deploy\\?oldid=\\d+");
    assertThat(page.origin().author()).isEqualTo("Mira");
    assertThat(page.origin().modified()).isEqualTo("2026-03-01T10:00:01Z");
    assertThat(page.revision()).startsWith("1-");
    assertThat(replica.get("Deploy").text()).contains("[[Category:Runbooks]]", "[[File:a.png");
  }

  @Test
  void a_move_is_the_new_title_and_the_end_of_the_old_one() throws Exception {
    wiki.write("Deploy", "Every day.");
    Source source = wikis.source(wiki.url());
    replica.follow(source);

    wiki.move("Deploy", "Release");
    List<Change> changes = replica.follow(source);

    assertThat(changes).last().isEqualTo(new Change.Deleted(doc("Deploy")));
    assertThat(replica.keys()).containsExactly("Release");
  }

  @Test
  void an_edited_template_changes_the_pages_that_show_it() throws Exception {
    wiki.write("Template:Days", "35 days");
    wiki.write("Backup", "Kept for {{Days}}.");
    wiki.write("Other", "Nothing.");
    Source source = wikis.source(wiki.url());
    replica.follow(source);
    String before = replica.get("Backup").revision();

    wiki.write("Template:Days", "42 days");
    List<Change> changes = replica.follow(source);

    assertThat(changes).hasSize(1);
    assertThat(replica.get("Backup").text()).isEqualTo("Kept for 42 days.");
    assertThat(replica.get("Backup").revision()).isNotEqualTo(before);
  }

  @Test
  void a_look_when_nothing_happened_is_one_request() throws Exception {
    wiki.write("Deploy", "Every day.");
    Source source = wikis.source(wiki.url());
    replica.follow(source);
    wiki.forgetRequests();

    replica.follow(source);

    assertThat(wiki.requests).hasSize(1);
  }

  @Test
  void many_pages_cost_few_requests() throws Exception {
    for (int i = 0; i < 1000; i++) {
      wiki.write("Page %03d".formatted(i), "Text " + i);
    }
    replica.follow(wikis.source(wiki.url()));

    assertThat(replica.keys()).hasSize(1000);
    assertThat(wiki.requests.size() / 1000.0).isLessThan(0.06);
  }

  @Test
  void a_first_pass_that_was_killed_goes_on_where_it_was() throws Exception {
    for (int i = 0; i < 1000; i++) {
      wiki.write("Page %03d".formatted(i), "Text " + i);
    }
    Source killed = wikis.source(wiki.url());
    for (int page = 0; page < 10; page++) {
      replica.page(killed);
    }
    wiki.forgetRequests();
    replica.follow(wikis.source(wiki.url()));

    long read =
        wiki.requests.stream()
            .filter(asked -> asked.containsKey("rvprop"))
            .mapToLong(asked -> asked.get("titles").split("\\|").length)
            .sum();
    assertThat(replica.keys()).hasSize(1000);
    assertThat(read).isBetween(500L, 520L);
  }

  @Test
  void a_fresh_edit_overtakes_a_first_pass() throws Exception {
    for (int i = 0; i < 300; i++) {
      wiki.write("Page %03d".formatted(i), "Text " + i);
    }
    Source source = wikis.source(wiki.url());
    replica.page(source);
    wiki.write("News", "Fresh.");
    assertThat(source.pressing()).isFalse();
    wikis.pass(Duration.ofSeconds(3));
    assertThat(source.pressing()).isTrue();

    Batch batch = replica.page(source);

    assertThat(replica.keys()).contains("News");
    assertThat(batch.changes()).hasSize(1);
    replica.follow(source);
    assertThat(replica.keys()).hasSize(301);
  }

  @Test
  void what_no_list_of_changes_speaks_of_a_sweep_finds() throws Exception {
    wiki.write("Stays", "one");
    wiki.write("Goes", "two");
    Source source = wikis.source(wiki.url());
    replica.follow(source);
    wiki.behindTheBack("Goes", "");
    wiki.behindTheBack("Stays", "three");
    replica.follow(source);
    assertThat(replica.keys()).contains("Goes");

    wikis.pass(Duration.ofMinutes(15));
    replica.follow(source);

    assertThat(replica.keys()).containsExactly("Stays");
    assertThat(replica.get("Stays").text()).isEqualTo("three");
  }

  @Test
  void a_wiki_that_is_edited_at_every_look_is_swept_all_the_same() throws Exception {
    wiki.write("Busy", "one");
    wiki.write("Goes", "two");
    Source source = wikis.source(wiki.url());
    replica.follow(source);
    wiki.behindTheBack("Goes", "");

    wikis.pass(Duration.ofMinutes(15));
    wiki.write("Busy", "edited");
    replica.follow(source);

    assertThat(replica.keys()).containsExactly("Busy");
  }

  @Test
  void what_happened_behind_its_back_while_it_was_down_is_found_at_the_start() throws Exception {
    wiki.write("Stays", "one");
    wiki.write("Goes", "two");
    replica.follow(wikis.source(wiki.url()));
    wiki.behindTheBack("Goes", "");
    wiki.behindTheBack("Stays", "three");

    replica.follow(wikis.source(wiki.url()));

    assertThat(replica.keys()).containsExactly("Stays");
    assertThat(replica.get("Stays").text()).isEqualTo("three");
  }

  @Test
  void one_page_that_the_wiki_fails_at_does_not_stop_the_others_and_is_tried_again()
      throws Exception {
    for (int i = 0; i < 60; i++) {
      wiki.write("Page %02d".formatted(i), "Text " + i);
    }
    wiki.failing.add("Page 17");
    Source source = wikis.source(wiki.url());
    replica.follow(source);

    assertThat(replica.keys()).hasSize(60);
    assertThat(replica.get("Page 17").cause()).contains("open it there");
    assertThat(replica.documents().values()).filteredOn(c -> !c.cause().isEmpty()).hasSize(1);

    assertThat(source.nextTries().keySet()).extracting(DocId::key).containsExactly("Page 17");
    wikis.pass(Duration.ofMinutes(1));
    replica.follow(source);
    wiki.failing.clear();
    wikis.pass(Duration.ofSeconds(119));
    replica.follow(source);
    assertThat(replica.get("Page 17").cause()).isNotEmpty();
    wikis.pass(Duration.ofSeconds(1));
    replica.follow(source);
    assertThat(source.nextTries()).isEmpty();
    assertThat(replica.get("Page 17").text()).isEqualTo("Text 17");
  }

  @Test
  void what_nobody_may_read_is_not_taken_and_does_not_hide_the_rest() throws Exception {
    wiki.write("Deploy", "Every day.");
    wiki.write("Secret plan", "Move to Mars.");
    wiki.restricted.add("Secret plan");
    Source source = wikis.source(wiki.url());
    replica.follow(source);
    assertThat(replica.keys()).containsExactly("Deploy");

    wiki.write("Secret plan", "Move to Venus.");
    wiki.write("Deploy", "Every hour.");
    replica.follow(source);

    assertThat(replica.keys()).containsExactly("Deploy");
    assertThat(replica.get("Deploy").text()).isEqualTo("Every hour.");
  }

  @Test
  void what_the_account_can_read_and_a_visitor_cannot_has_readers_of_its_own() throws Exception {
    wiki.write("Deploy", "Every day.");
    wiki.write("Pay", "By grade.");
    wiki.restricted.add("Pay");
    replica.follow(wikis.source(wiki.url(), account()));
    assertThat(replica.keys()).containsExactly("Deploy");

    Source source = wikis.source(wiki.url(), account("restricted-audience", "hr"));
    Replica own = new Replica();
    own.follow(source);
    Scope closed = new Scope(new SourceId("team"), "restricted");
    assertThat(own.get("Pay").scope()).isEqualTo(closed);
    assertThat(own.get("Deploy").scope()).isEqualTo(Scope.whole(new SourceId("team")));
    assertThat(source.rights().audiences()).containsEntry(closed, Audience.of("hr"));

    wiki.restricted.add("Deploy");
    wikis.pass(Duration.ofMinutes(15));
    own.follow(source);
    assertThat(own.get("Deploy").scope()).isEqualTo(closed);
  }

  /** A wiki says of 50 pages in a request who may read them; of the others it says nothing yet. */
  @Test
  void a_restricted_page_is_found_among_many() throws Exception {
    for (int i = 0; i < 700; i++) {
      wiki.write("Page %03d".formatted(i), "Text " + i);
    }
    wiki.restricted.add("Page 120");
    Source source = wikis.source(wiki.url(), account("restricted-audience", "hr"));
    replica.follow(source);
    assertThat(replica.keys()).hasSize(700);
    assertThat(replica.get("Page 120").scope().key()).isEqualTo("restricted");

    wiki.restricted.add("Page 650");
    wiki.restricted.remove("Page 120");
    wikis.pass(Duration.ofMinutes(15));
    wiki.forgetRequests();
    replica.follow(source);
    assertThat(replica.get("Page 650").scope().key()).isEqualTo("restricted");
    assertThat(replica.get("Page 120").scope().key()).isEmpty();
    assertThat(wiki.requests).as("but two pages are not read again").hasSizeLessThan(30);
  }

  @Test
  void of_a_closed_wiki_the_groups_that_may_read_are_its_readers() throws Exception {
    wiki.open = false;
    wiki.accounts.put("Mira", Set.of("staff"));
    wiki.accounts.put("Guest", Set.of());
    wiki.write("Deploy", "Every day.");
    Batch batch = replica.page(wikis.source(wiki.url(), account()));

    GroupId staff = new GroupId("team", "staff");
    assertThat(batch.rights().audiences().values())
        .containsExactly(new Audience.AnyOf(Set.of(staff)));
    assertThat(batch.rights().members())
        .containsEntry(staff, Set.of(Person.of(new Identity("team", "Mira"))));
  }

  @Test
  void a_refusal_says_what_to_do_and_no_secret() throws Exception {
    wiki.open = false;
    assertThatThrownBy(() -> replica.follow(wikis.source(wiki.url())))
        .isInstanceOf(SourceException.Denied.class)
        .hasMessageContaining("set username and password");
    assertThatThrownBy(
            () ->
                replica.follow(
                    wikis.source(
                        wiki.url(), "username", "Gill@reader", "password", "wrong-password")))
        .isInstanceOf(SourceException.Denied.class)
        .hasMessageContaining("Special:BotPasswords")
        .hasMessageNotContaining("wrong-password");
    assertThatThrownBy(() -> replica.follow(wikis.source(wiki.url().replace("/w/", "/x/"))))
        .isInstanceOf(SourceException.Broken.class)
        .hasMessageContaining("Special:Version");
  }

  @Test
  void only_the_chosen_namespaces_are_followed() throws Exception {
    wiki.write("Deploy", "Every day.");
    wiki.write("Team:Rules", "Be kind.");
    replica.follow(wikis.source(wiki.url(), "namespaces", "Team"));
    assertThat(replica.keys()).containsExactly("Team:Rules");

    assertThatThrownBy(() -> new Replica().follow(wikis.source(wiki.url(), "namespaces", "Teem")))
        .hasMessageContaining("it has main, Team, Datei, Template, Kategorie");
  }

  @Test
  void a_page_that_was_emptied_says_nothing_and_is_no_failure() throws Exception {
    wiki.write("Deploy", "Every day.");
    Source source = wikis.source(wiki.url());
    replica.follow(source);
    wiki.write("Deploy", " ");

    assertThat(replica.follow(source)).containsExactly(new Change.Deleted(doc("Deploy")));
    assertThat(replica.page(source).changes()).isEmpty();
  }
}

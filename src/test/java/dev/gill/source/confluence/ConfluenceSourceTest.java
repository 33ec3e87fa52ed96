package dev.gill.source.confluence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.model.PassedOver;
import dev.gill.source.Change;
import dev.gill.source.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a team sees of its spaces through Gill, over a stand-in of either edition. */
@Tag("slow")
class ConfluenceSourceTest extends OverStandIn {
  private static String include(String macro, String title) {
    return "<p>See</p><ac:structured-macro ac:name=\"%s\"><ac:parameter ac:name=\"\"><ac:link><ri:page ri:content-title=\"%s\"/></ac:link></ac:parameter></ac:structured-macro>"
        .formatted(macro, title);
  }

  @ParameterizedTest
  @EnumSource
  void a_page_comes_with_its_author_time_and_link(Edition edition) throws Exception {
    start(edition);
    String id = stand.page("OPS", "Restore & verify", null, "<p>Every day.</p>");
    Change.Upserted page = (Change.Upserted) replica.follow(open()).getFirst();

    assertThat(page.origin().title()).isEqualTo("Restore & verify");
    assertThat(page.origin().author()).isEqualTo("Mira");
    assertThat(page.origin().modified()).isEqualTo("2026-03-01T10:00:01Z");
    assertThat(page.revision()).startsWith("1-");
    assertThat(page.origin().link())
        .isEqualTo(
            cloud()
                ? "https://team.atlassian.net/wiki/spaces/OPS/pages/" + id
                : stand.url() + "pages/viewpage.action?pageId=" + id);
    assertThat(page.origin().revisionLink())
        .isEqualTo(
            cloud()
                ? "https://team.atlassian.net/wiki/pages/viewpage.action?pageId="
                    + id
                    + "&pageVersion=1"
                : "");
  }

  @ParameterizedTest
  @EnumSource
  void the_spaces_that_are_named_are_followed_or_all_but_personal_ones(Edition edition)
      throws Exception {
    start(edition);
    stand.space("HR", "staff");
    stand.space("~mira", "staff");
    String ops = stand.page("OPS", "A", null, "one");
    String hr = stand.page("HR", "B", null, "two");
    String own = stand.page("~mira", "C", null, "three");
    replica.follow(open());
    assertThat(replica.keys()).containsExactly(ops, hr);

    Source named = open("spaces", "OPS,~mira");
    replica.follow(named);
    assertThat(replica.keys()).containsExactly(ops, own);
  }

  @ParameterizedTest
  @EnumSource
  void a_look_when_nothing_happened_is_one_request_and_every_third_takes_two_more(Edition edition)
      throws Exception {
    start(edition);
    stand.page("OPS", "A", null, "one");
    Source source = open();
    replica.follow(source);
    List<Integer> asked = new ArrayList<>();
    for (int look = 0; look < 60; look++) {
      stand.asked();
      sites.pass(Duration.ofSeconds(5));
      replica.follow(source);
      asked.add(stand.asked());
    }

    assertThat(asked).filteredOn(requests -> requests == 1).hasSize(40);
    assertThat(asked).allMatch(requests -> requests <= 3);
  }

  @ParameterizedTest
  @EnumSource
  void an_edit_and_a_new_page_come_with_the_next_look(Edition edition) throws Exception {
    start(edition);
    String id = stand.page("OPS", "A", null, "one");
    Source source = open();
    replica.follow(source);
    stand.edit(id, "two");
    String added = stand.page("OPS", "B", id, "three");
    replica.follow(source);

    assertThat(replica.get(id).text()).startsWith("two");
    assertThat(replica.get(added).text()).startsWith("three");
  }

  @ParameterizedTest
  @EnumSource
  void what_is_put_into_the_trash_goes_with_its_list_and_comes_back(Edition edition)
      throws Exception {
    start(edition);
    String id = stand.page("OPS", "A", null, "one");
    String file = stand.attach(id, "plan.txt", "The plan.");
    for (int i = 0; i < 300; i++) {
      stand.page("OPS", "Page " + i, null, "text " + i);
    }
    Source source = open();
    replica.follow(source);
    assertThat(replica.keys()).contains(id, file);

    stand.trash(id);
    for (int look = 0; look < 6; look++) {
      sites.pass(Duration.ofSeconds(5));
      replica.follow(source);
    }
    assertThat(replica.keys()).hasSize(300).doesNotContain(id, file);

    stand.restore(id);
    sites.pass(Duration.ofMinutes(5));
    replica.follow(source);
    assertThat(replica.keys()).contains(id, file);
  }

  @ParameterizedTest
  @EnumSource
  void what_was_changed_lately_and_is_gone_or_moved_is_found_by_the_next_look(Edition edition)
      throws Exception {
    start(edition);
    stand.space("HR", "staff");
    for (int i = 0; i < 300; i++) {
      stand.page("OPS", "Page " + i, null, "text " + i);
    }
    String trashed = stand.page("OPS", "A", null, "one");
    String purged = stand.page("OPS", "B", null, "two");
    String moved = stand.page("OPS", "C", null, "three");
    String kept = stand.page("OPS", "D", null, "four");
    Source source = open("spaces", "OPS");
    replica.follow(source);

    stand.trash(trashed);
    stand.purge(purged);
    stand.move(moved, "HR", null);
    replica.follow(source);
    assertThat(replica.keys()).hasSize(301).contains(kept);
  }

  @ParameterizedTest
  @EnumSource
  void a_page_that_the_list_leaves_out_is_asked_for_once_and_stays(Edition edition)
      throws Exception {
    start(edition);
    String id = stand.page("OPS", "A", null, "one");
    Source source = open();
    replica.follow(source);
    stand.unlisted.add(id);
    stand.asked();
    replica.follow(source);
    replica.follow(source);

    assertThat(replica.keys()).containsExactly(id);
    assertThat(stand.asked()).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource
  void a_hook_brings_what_no_list_of_changes_tells_at_once(Edition edition) throws Exception {
    start(edition);
    String id = stand.page("OPS", "A", null, "one");
    for (int i = 0; i < 300; i++) {
      stand.page("OPS", "Page " + i, null, "text " + i);
    }
    Source source = open();
    replica.follow(source);
    stand.trash(id);
    replica.follow(source);
    assertThat(replica.keys()).contains(id);

    for (int list = 0; list < 2; list++) {
      source.onHook(new byte[0]);
      replica.follow(source);
    }
    assertThat(replica.keys()).hasSize(300).doesNotContain(id);
  }

  @ParameterizedTest
  @EnumSource
  void what_no_list_tells_is_found_by_the_round(Edition edition) throws Exception {
    start(edition);
    stand.space("HR", "staff");
    String moved = stand.page("OPS", "A", null, "one");
    String purged = stand.page("OPS", "B", null, "two");
    Source source = open();
    replica.follow(source);
    stand.move(moved, "HR", null);
    stand.purge(purged);
    for (int look = 0; look < 2 * 20; look++) {
      sites.pass(Duration.ofSeconds(5));
      replica.follow(source);
    }

    assertThat(replica.keys()).containsExactly(moved);
    assertThat(replica.get(moved).scope()).isEqualTo(scope("HR"));
  }

  @ParameterizedTest
  @EnumSource
  void attachments_are_documents_of_their_own(Edition edition) throws Exception {
    start(edition);
    String page = stand.page("OPS", "A", null, "one");
    String plan = stand.attach(page, "The plan.pdf", "%PDF");
    stand.attach(page, "photo.png", "png");
    String large = stand.attach(page, "large.txt", "x".repeat(2000));
    ConfluenceSource source = open("max-bytes", "1000");
    replica.follow(source);

    assertThat(replica.get(plan).text()).isEqualTo("%PDF");
    assertThat(replica.get(plan).title()).isEqualTo("The plan.pdf");
    assertThat(replica.get(plan).author()).isEqualTo("Jonas");
    assertThat(replica.get(plan).link())
        .endsWith("download/attachments/%s/The%%20plan.pdf#page={page}".formatted(page));
    assertThat(replica.get(plan).scope()).isEqualTo(scope("OPS"));
    assertThat(replica.get(large).cause())
        .isEqualTo(
            "large.txt at the page “A” is of 0.0 MiB, more than the 0.0 MiB that are read: raise max-bytes.");
    assertThat(source.passedOver())
        .extracting(PassedOver::ending, PassedOver::count)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(".png", 1));
  }

  @ParameterizedTest
  @EnumSource
  void a_page_shows_what_it_includes_and_is_read_anew_when_that_changes(Edition edition)
      throws Exception {
    start(edition);
    String contacts =
        stand.page(
            "OPS",
            "Contacts",
            null,
            "<p>Not shown.</p><ac:structured-macro ac:name=\"excerpt\"><ac:rich-text-body><p>Call Mira.</p></ac:rich-text-body></ac:structured-macro>");
    String whole = stand.page("OPS", "A", null, include("include", "Contacts"));
    String part = stand.page("OPS", "B", null, include("excerpt-include", "Contacts"));
    Source source = open();
    replica.follow(source);
    assertThat(replica.get(whole).text()).contains("Not shown.", "Call Mira.");
    assertThat(replica.get(part).text()).contains("Call Mira.").doesNotContain("Not shown.");

    replica.follow(source);
    String before = replica.get(part).revision();
    stand.edit(contacts, "<p>Call Jonas.</p>");
    replica.follow(source);
    assertThat(replica.get(whole).text()).contains("Call Jonas.").doesNotContain("Mira");
    assertThat(replica.get(part).revision()).isNotEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource
  void a_page_shows_nothing_that_its_readers_may_not_read(Edition edition) throws Exception {
    start(edition);
    String closed = stand.page("OPS", "Pay", null, "<p>By grade.</p>");
    String page = stand.page("OPS", "A", null, include("include", "Pay"));
    Source source = open();
    replica.follow(source);
    assertThat(replica.get(page).text()).contains("By grade.");
    replica.follow(source);

    stand.restrict(closed, java.util.Set.of("hr"), java.util.Set.of());
    sites.pass(Duration.ofMinutes(5));
    replica.follow(source);
    assertThat(replica.get(page).text()).contains("Pay").doesNotContain("By grade.");
  }

  @ParameterizedTest
  @EnumSource
  void people_are_mentioned_by_name(Edition edition) throws Exception {
    start(edition);
    String user = cloud() ? "ri:account-id=\"id-jonas\"" : "ri:userkey=\"key-jonas\"";
    String id =
        stand.page(
            "OPS", "A", null, "<p>Ask <ac:link><ri:user %s/></ac:link>.</p>".formatted(user));
    replica.follow(open());

    assertThat(replica.get(id).text()).contains("ri:display-name=\"Jonas\"");
  }

  @ParameterizedTest
  @EnumSource
  void a_page_that_only_lists_others_is_no_document(Edition edition) throws Exception {
    start(edition);
    String list =
        stand.page(
            "OPS",
            "Runbooks",
            null,
            "<p><ac:structured-macro ac:name=\"children\"><ac:parameter ac:name=\"all\">true</ac:parameter></ac:structured-macro></p>");
    String page = stand.page("OPS", "A", list, "one");
    Source source = open();
    replica.follow(source);
    assertThat(replica.keys()).containsExactly(page);

    stand.edit(page, "two");
    stand.asked();
    replica.follow(source);
    assertThat(stand.requests).noneMatch(asked -> asked.contains("\"" + list + "\""));
    stand.edit(list, "<p>All that we run.</p>");
    replica.follow(source);
    assertThat(replica.keys()).containsExactly(list, page);
  }

  @ParameterizedTest
  @EnumSource
  void a_first_pass_asks_seldom_and_goes_on_where_it_was_killed(Edition edition) throws Exception {
    start(edition);
    for (int i = 0; i < 1000; i++) {
      stand.page("OPS", "Page " + i, null, "text " + i);
    }
    Source killed = open();
    for (int page = 0; page < 5; page++) {
      replica.page(killed);
    }
    assertThat(replica.keys()).hasSize(5 * 64);
    killed.close();
    List<String> first = List.copyOf(stand.requests);
    stand.asked();

    replica.follow(open());
    assertThat(replica.keys()).hasSize(1000);
    long texts = stand.requests.stream().filter(asked -> asked.contains("storage")).count();
    assertThat(texts).isLessThanOrEqualTo(1 + (1000 - 5 * 64) / Bodies.MOST);
    assertThat(first.size() + stand.requests.size()).isLessThan(1000 / 10);
  }

  @Test
  void a_search_index_that_lags_behind_hides_no_page() throws Exception {
    start(Edition.CLOUD);
    String old = stand.page("OPS", "A", null, "one");
    stand.unindexed.add(old);
    Source source = open();
    replica.follow(source);
    String added = stand.page("OPS", "B", null, "two");
    stand.unindexed.add(added);
    replica.follow(source);

    assertThat(replica.keys()).containsExactly(old, added);
  }
}

package dev.gill.source.confluence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.source.Source;
import dev.gill.source.SourceException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing that goes wrong in a Confluence loses a page, keeps one, or says a secret. */
@Tag("slow")
class ConfluenceTroubleTest extends OverStandIn {
  @Tag("slow")
  @ParameterizedTest
  @EnumSource
  void a_pause_that_is_asked_for_is_waited_out(Edition edition) throws Exception {
    start(edition);
    String id = stand.page("OPS", "A", null, "one");
    stand.throttled = 2;
    replica.follow(open());

    assertThat(replica.keys()).containsExactly(id);
  }

  @ParameterizedTest
  @EnumSource
  void a_refused_account_is_said_without_its_secret_and_deletes_nothing(Edition edition)
      throws Exception {
    start(edition);
    stand.page("OPS", "A", null, "one");
    Source source = open();
    replica.follow(source);
    stand.signInWorks = false;

    assertThatThrownBy(() -> source.poll(replica.cursor()))
        .isInstanceOf(SourceException.Denied.class)
        .hasMessageContaining("does not let the account of source team in")
        .hasMessageContaining(cloud() ? "API token" : "personal access token")
        .hasMessageNotContaining(StandInConfluence.TOKEN);
    stand.signInWorks = true;
    assertThat(source.poll(replica.cursor()).changes()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void one_page_that_confluence_fails_at_does_not_stop_the_others(Edition edition)
      throws Exception {
    start(edition);
    for (int i = 0; i < 20; i++) {
      stand.page("OPS", "Page " + i, null, "text " + i);
    }
    String broken = stand.page("OPS", "Broken macro", null, "one");
    stand.failing.add(broken);
    Source source = open();
    replica.follow(source);
    assertThat(replica.get(broken).cause())
        .isEqualTo(
            "Confluence fails when it is asked for the page “Broken macro”: open it there, and look at Confluence's log.");
    assertThat(replica.keys()).hasSize(21);

    stand.failing.clear();
    replica.follow(source);
    assertThat(replica.get(broken).text()).isEmpty();
    sites.pass(Duration.ofMinutes(2));
    replica.follow(source);
    assertThat(replica.get(broken).text()).startsWith("one");
  }

  @ParameterizedTest
  @EnumSource
  void an_attachment_that_is_gone_at_its_address_is_gone(Edition edition) throws Exception {
    start(edition);
    String page = stand.page("OPS", "A", null, "one");
    String file = stand.attach(page, "plan.txt", "The plan.");
    Source source = open();
    replica.follow(source);
    stand.files.remove(file);
    sites.pass(Duration.ofMinutes(5));
    replica.follow(source);

    assertThat(replica.keys()).containsExactly(page);
  }

  @ParameterizedTest
  @EnumSource
  void lists_are_followed_to_their_ends_however_small_their_parts(Edition edition)
      throws Exception {
    start(edition);
    stand.most = 7;
    for (int i = 0; i < 40; i++) {
      stand.attach(stand.page("OPS", "Page " + i, null, "text " + i), i + ".txt", "file " + i);
    }
    Source source = open();
    replica.follow(source);
    assertThat(replica.keys()).hasSize(80);

    for (int i = 0; i < 30; i++) {
      stand.page("OPS", "More " + i, null, "text " + i);
    }
    replica.follow(source);
    assertThat(replica.keys()).hasSize(110);
  }

  @ParameterizedTest
  @EnumSource
  void what_happens_in_spaces_that_are_not_followed_hides_nothing(Edition edition)
      throws Exception {
    start(edition);
    stand.most = 7;
    stand.space("~mira", "staff");
    String page = stand.page("OPS", "A", null, "one");
    Source source = open();
    replica.follow(source);
    stand.edit(page, "two");
    for (int i = 0; i < 20; i++) {
      stand.attach(stand.page("~mira", "Own " + i, null, "text"), i + ".txt", "x");
    }
    replica.follow(source);
    assertThat(replica.get(page).text()).startsWith("two");

    stand.asked();
    replica.follow(source);
    assertThat(stand.asked()).isLessThanOrEqualTo(5);
  }

  @ParameterizedTest
  @EnumSource
  void a_space_that_is_archived_or_not_to_be_seen_any_more_goes(Edition edition) throws Exception {
    start(edition);
    stand.space("HR", "staff");
    String ops = stand.page("OPS", "A", null, "one");
    stand.page("HR", "B", null, "two");
    Source source = open();
    replica.follow(source);
    assertThat(replica.keys()).hasSize(2);

    stand.spaces.remove("HR");
    sites.pass(Duration.ofMinutes(5));
    replica.follow(source);
    assertThat(replica.keys()).containsExactly(ops);
  }

  @ParameterizedTest
  @EnumSource
  void another_address_is_no_confluence(Edition edition) throws Exception {
    start(edition);
    Source source = sourceAt(stand.url() + "elsewhere/");

    assertThatThrownBy(() -> source.poll(Optional.empty()))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining("the url is the address of the site");
  }

  private Source sourceAt(String url) {
    ConfluenceSettings read =
        ConfluenceType.read(Confluences.settings(url, stand.settings()), sites.context());
    return new ConfluenceSource(read, sites.clients.client(read.http()), sites.context());
  }
}

package dev.gill.source.confluence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.source.CheckStep;
import dev.gill.source.Settings;
import dev.gill.source.SettingsException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Setting a Confluence up, and what a check says of it. */
class ConfluenceTypeTest extends OverStandIn {
  private ConfluenceSettings read(String url, String... more) {
    Map<String, String> written = new HashMap<>(Map.of("url", url));
    for (int i = 0; i < more.length; i += 2) {
      written.put(more[i], more[i + 1]);
    }
    return ConfluenceType.read(new Settings(TEAM, written), sites.context());
  }

  @ParameterizedTest
  @CsvSource({
    "https://team.atlassian.net, https://team.atlassian.net/wiki/, true",
    "https://team.atlassian.net/wiki/spaces/OPS/overview, https://team.atlassian.net/wiki/, true",
    "https://api.atlassian.com/ex/confluence/1-2, https://api.atlassian.com/ex/confluence/1-2/wiki/, true",
    "https://wiki.example.org, https://wiki.example.org/, false",
    "https://example.org/confluence/display/OPS, https://example.org/confluence/, false",
  })
  void the_address_says_which_edition_it_is(String url, String base, boolean cloud) {
    assertThat(read(url).http().base()).hasToString(base);
    assertThat(read(url).cloud()).isEqualTo(cloud);
  }

  @Test
  void attachments_of_cloud_may_lie_with_atlassian() {
    assertThat(read("https://team.atlassian.net").http().redirectHosts())
        .containsExactly("api.media.atlassian.com");
    assertThat(read("https://wiki.example.org").http().redirectHosts()).isEmpty();
    assertThat(read("https://wiki.example.org", "edition", "cloud").cloud()).isTrue();
  }

  @Test
  void mistakes_in_settings_are_said_without_secrets() {
    assertThatThrownBy(
            () -> read("https://w.example.org/pages/viewpage.action?pageId=1", "token", "tulip-88"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("take the page out of it")
        .hasMessageNotContaining("tulip");
    assertThatThrownBy(() -> read("https://w.example.org", "token", "tulip-88", "username", "g"))
        .hasMessageContaining("give one or the other")
        .hasMessageNotContaining("tulip");
    assertThatThrownBy(() -> read("https://w.example.org", "edition", "server"))
        .hasMessageContaining("use cloud or datacenter");
    assertThatThrownBy(() -> read("http://w.example.org", "token", "tulip-88"))
        .hasMessageContaining("unencrypted");
    assertThat(read("https://w.example.org", "token", "tulip-88").toString())
        .doesNotContain("tulip");
  }

  private List<String> check(String... settings) throws InterruptedException {
    List<String> said = new ArrayList<>();
    new ConfluenceType(sites.clients)
        .check(
            Confluences.settings(stand.url(), stand.settings(settings)),
            sites.context(),
            step -> said.add(written(step)));
    return said;
  }

  private static String written(CheckStep step) {
    return "%s %s: %s"
        .formatted(
            step.outcome().getClass().getSimpleName(), step.name(), step.outcome().sentence());
  }

  @ParameterizedTest
  @EnumSource
  void a_check_goes_through_a_site_step_by_step(Edition edition) throws Exception {
    start(edition);
    stand.space("HR", "staff");
    String closed = stand.page("HR", "Pay", null, "<p>By grade.</p>");
    stand.restrict(closed, Set.of(), Set.of("mira"));
    String page = stand.page("OPS", "Restore", null, "<h1>Steps</h1><p>Every day.</p>");
    stand.attach(page, "plan.txt", "The plan.");
    stand.attach(page, "photo.png", "png");

    assertThat(check())
        .containsExactly(
            "Passed reachable: Confluence %s answers.".formatted(cloud() ? "Cloud" : "Data Center"),
            "Passed signed in: Signed in as Gill.",
            "Passed spaces: 2 spaces: HR, OPS.",
            "Passed space permissions: They can be read: 1 group may view something; 0 spaces are open to anonymous visitors.",
            "Passed restrictions: They can be read: 1 page is restricted.",
            "Passed pages: 2 pages.",
            "Passed attachments: 1 attachment would be read; 1 of formats that Gill does not read.",
            "Passed changes: Confluence says what was changed last; a look is one request, and every third one takes two more.",
            "Passed example: “Restore” by Mira of 2026-03-01T10:00:02Z, %s begins: Steps Every day."
                .formatted(
                    cloud()
                        ? "https://team.atlassian.net/wiki/spaces/OPS/pages/" + page
                        : stand.url() + "pages/viewpage.action?pageId=" + page));
  }

  @ParameterizedTest
  @EnumSource
  void a_check_says_what_is_missing_and_what_to_do(Edition edition) throws Exception {
    start(edition);
    stand.page("OPS", "A", null, "one");
    assertThat(check("spaces", "OPS,OSP"))
        .contains(
            "Failed spaces: The account sees no space with the key OSP: correct spaces, or give the account the space permission View.");

    stand.hidden.add("OPS");
    assertThat(check())
        .contains(
            "Failed space permissions: The permissions of OPS cannot be seen, so nobody reads them through Gill: make the account a space administrator there, or set gill.sources.team.audience.");

    stand.signInWorks = false;
    assertThat(check().getFirst())
        .startsWith("Failed reachable: Confluence does not let the account");
    assertThat(check()).hasSize(9).allMatch(step -> !step.contains(StandInConfluence.TOKEN));
  }
}

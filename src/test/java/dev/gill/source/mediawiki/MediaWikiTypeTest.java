package dev.gill.source.mediawiki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.source.CheckStep;
import dev.gill.source.SettingsException;
import dev.gill.source.SourceContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody sees who sets a wiki up. */
class MediaWikiTypeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "url=https://wiki.example.org/wiki/Main | team.url must be the address of the wiki's api.php",
        "url=https://me:tulip@wiki.example.org/api.php | team.url must be the address of the wiki's api.php",
        "url=https://w.example.org/api.php?x=tulip | team.url must be the address of the wiki's api.php",
        "username=Gill@reader | team.password is missing",
        "password=tulip | team.username is missing",
        "username=Gill;password=tulip | team.username must be the name of a bot password",
        "url=http://w.example.org/api.php;internal=false;username=G@r;password=tulip | would travel unencrypted",
        "restricted-audience=hr | team.restricted-audience is for pages that only an account can read",
        "username=G@r;password=tulip;restricted-audience=everyone,hr | team.restricted-audience cannot be read",
        "audience=, | team.audience cannot be read",
        "every=0s | team.every cannot be read",
        "requests-per-minute=200000 | make it 100000 at most",
      })
  void a_mistake_is_said_in_a_sentence_that_repeats_no_secret(String written, String said) {
    List<String> pairs = new ArrayList<>();
    for (String pair : written.split(";")) {
      pairs.addAll(List.of(pair.split("=", 2)));
    }
    assertThatThrownBy(
            () ->
                MediaWikiType.read(
                    Wikis.settings(
                        "https://wiki.example.org/w/api.php", pairs.toArray(String[]::new))))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(said)
        .hasMessageNotContaining("tulip");
  }

  private static List<String> check(String url, String... settings) throws Exception {
    List<String> steps = new ArrayList<>();
    try (Wikis wikis = new Wikis()) {
      new MediaWikiType(wikis.clients)
          .check(
              Wikis.settings(url, settings),
              new SourceContext(Path.of("nowhere"), _ -> true, wikis.clock()),
              step -> steps.add(written(step)));
    }
    return steps;
  }

  private static String written(CheckStep step) {
    return "%s %s: %s"
        .formatted(
            step.outcome().getClass().getSimpleName(), step.name(), step.outcome().sentence());
  }

  @Test
  void a_check_goes_through_a_wiki_step_by_step() throws Exception {
    try (StandInWiki wiki = new StandInWiki()) {
      wiki.write("Deploy", "'''Deploy''' with [[CI|the server]].");
      wiki.write("Pay", "By grade.");
      wiki.restricted.add("Pay");

      assertThat(
              check(
                  wiki.url(),
                  "username",
                  "Gill@reader",
                  "password",
                  "right-password",
                  "restricted-audience",
                  "hr"))
          .containsExactly(
              "Passed reachable: api.php answers.",
              "Passed signed in: The bot password works, for the account Gill.",
              "Passed rights: It has the right read. It has edit too, which Gill does not need: give the bot password the grant Basic rights alone.",
              "Passed readers: Everybody may read this wiki ($wgGroupPermissions['*']['read']), so whoever asks Gill may read it too.",
              "Passed pages: Team Wiki, MediaWiki 1.39.17, has 2 pages in the namespaces main, project, 1 of them restricted, for hr; the 3 uploaded files are not read.",
              "Passed changes: The recent changes and the log can be read together; they are asked for every 3 s, and all pages are listed every 900 s.",
              "Passed example: Deploy, revision 1 by Mira of 2026-03-01T10:00:01Z, https://wiki.test/Deploy begins: Deploy with the server.");
    }
  }

  @Test
  void a_check_stops_where_something_is_missing_and_says_what() throws Exception {
    try (StandInWiki wiki = new StandInWiki()) {
      wiki.open = false;

      assertThat(check(wiki.url(), "username", "Gill@reader", "password", "wrong-password"))
          .startsWith(
              "Passed reachable: api.php answers.",
              "Failed signed in: The wiki of source team does not let Gill sign in: check username and password, which are those of a bot password (Special:BotPasswords).",
              "Skipped rights: An earlier step must work first.");
      assertThat(check(wiki.url()))
          .contains(
              "Failed rights: Only accounts may read this wiki: set username and password to those of a bot password (Special:BotPasswords).");
    }
  }
}

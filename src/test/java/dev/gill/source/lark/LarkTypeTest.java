package dev.gill.source.lark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.model.SourceId;
import dev.gill.source.CheckStep;
import dev.gill.source.Settings;
import dev.gill.source.SettingsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody sees who sets Lark up. */
class LarkTypeTest {
  @TempDir Path data;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "app-secret=tulip | team.app-id is missing; set it.",
        "app-id=cli_1 | team.app-secret is missing; set it.",
        "app-id=cli_1;app-secret=tulip;app-secret-file=/x | team.app-secret-file stands beside"
            + " app-secret",
        "app-id=cli_1;app-secret=tulip;url=http://open.example.org | the app's secret would travel"
            + " unencrypted",
        "app-id=cli_1;app-secret=tulip;url=open.feishu | the url of source team cannot be read",
        "app-id=cli_1;app-secret=tulip;time-zone=Tulip/Field | team.time-zone is not known; write"
            + " one such as Asia/Shanghai.",
        "app-id=cli_1;app-secret=tulip;audience=, | team.audience cannot be read",
        "app-id=cli_1;app-secret=tulip;every=0s | team.every cannot be read",
      })
  void a_mistake_is_said_in_a_sentence_that_repeats_no_secret(String written, String said) {
    Map<String, String> settings = new HashMap<>();
    for (String pair : written.split(";")) {
      settings.put(pair.split("=", 2)[0].strip(), pair.split("=", 2)[1].strip());
    }
    try (Larks larks = new Larks(data)) {
      assertThatThrownBy(
              () -> LarkType.read(new Settings(new SourceId("team"), settings), larks.context()))
          .isInstanceOfAny(SettingsException.class, IllegalArgumentException.class)
          .hasMessageContaining(said)
          .hasMessageNotContainingAny("tulip", "Tulip");
    }
  }

  @Test
  void the_platform_is_named_by_a_word_and_the_secret_may_lie_in_a_file() throws Exception {
    Path file = Files.writeString(data.resolve("secret"), "tulip-88\n");
    try (Larks larks = new Larks(data)) {
      LarkSettings feishu =
          LarkType.read(
              new Settings(
                  new SourceId("team"),
                  Map.of("app-id", "cli_1", "app-secret-file", file.toString())),
              larks.context());
      LarkSettings lark =
          LarkType.read(
              new Settings(
                  new SourceId("team"),
                  Map.of("url", "lark", "app-id", "cli_1", "app-secret", "x-88")),
              larks.context());

      assertThat(feishu.http().base()).hasToString("https://open.feishu.cn/");
      assertThat(feishu.zone().getId()).isEqualTo("Asia/Shanghai");
      assertThat(feishu.app().secret().reveal()).isEqualTo("tulip-88");
      assertThat(feishu.toString() + feishu.app().secret()).doesNotContain("tulip");
      assertThat(lark.http().base()).hasToString("https://open.larksuite.com/");
      assertThat(lark.zone().getId()).isEqualTo("UTC");
    }
  }

  private List<String> check(StandInLark lark, String... settings) throws Exception {
    List<String> steps = new ArrayList<>();
    try (Larks larks = new Larks(data)) {
      new LarkType(larks.clients)
          .check(
              Larks.settings(lark.url(), settings),
              larks.context(),
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
  void a_check_goes_step_by_step() throws Exception {
    try (StandInLark lark = new StandInLark()) {
      lark.write("deploy", "Every day at ten.").title = "Deploy";
      lark.put(new StandInLark.Doc("mind", "mindnote"));

      assertThat(check(lark))
          .containsExactly(
              "Passed app: 127.0.0.1:%s knows the app (App ID and App Secret)."
                  .formatted(lark.url().replaceAll("\\D*127.0.0.1:|/", "")),
              "Passed spaces: The app sees Handbook (7000000000000000001).",
              "Passed documents: 1 pages, tables, sheets and files would be read; 1 of kinds that"
                  + " Gill does not read.",
              "Passed readers: Lark says of the first 2 documents who may read them; the others are"
                  + " asked in turn.",
              "Passed people: The people behind spaces, departments, groups and chats are known:"
                  + " 2.",
              "Passed example: Deploy by Mira begins: Every day at ten.");
    }
  }

  @Test
  void a_check_says_what_is_missing_in_the_words_of_the_developer_console() throws Exception {
    try (StandInLark lark = new StandInLark()) {
      lark.write("deploy", "Every day.").readers =
          List.of("wikispaceid " + StandInLark.SPACE, "openchat oc_1");
      assertThat(check(lark, "app-secret", "tulip-wrong"))
          .startsWith(
              "Failed app: Lark does not know the app of source team: check app-id and app-secret"
                  + " (Credentials & Basic Info), and whether url is that of the same Feishu or"
                  + " Lark.",
              "Skipped spaces: An earlier step must work first.");
      lark.refused.put("/open-apis/im/v1/chats", 99991672);
      assertThat(check(lark))
          .contains(
              "Failed people: The members of chats are not known (code 99991672), so they read"
                  + " nothing by that: grant wiki:wiki:readonly.");
      lark.refused.put("/open-apis/drive/v1/permissions", 1063002);
      assertThat(check(lark))
          .contains(
              "Failed readers: Of 1 of the first 1 documents Lark does not say who may read them,"
                  + " so nobody will: give the app the permission to manage them (Can manage), on"
                  + " the top pages of the space.");
      lark.refused.put("/open-apis/wiki/v2/spaces", 99991672);
      assertThat(check(lark))
          .contains(
              "Failed spaces: The app of source team lacks a scope to read the wiki space: grant"
                  + " wiki:wiki:readonly (Permissions & Scopes) and publish a version.");
      lark.refused.clear();
      lark.spaces.clear();
      assertThat(check(lark).get(1)).startsWith("Failed spaces: The app sees no wiki space:");
    }
  }
}

package dev.gill.source.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.model.SourceId;
import dev.gill.source.CheckStep;
import dev.gill.source.Settings;
import dev.gill.source.SettingsException;
import dev.gill.source.SourceException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workspace as somebody configures it. */
final class SlackTypeTest {
  @TempDir Path data;
  private final List<CheckStep> steps = new ArrayList<>();
  private Slacks slacks;
  private SmallSlack slack;

  @BeforeEach
  void begin() throws Exception {
    slacks = new Slacks(data);
    slack = new SmallSlack();
  }

  @AfterEach
  void end() {
    slack.close();
    slacks.close();
  }

  private String check(String... settings) throws Exception {
    new SlackType(slacks.clients)
        .check(Slacks.written(slack.url(), settings), slacks.context(), steps::add);
    return steps.toString();
  }

  private List<String> passed() {
    return steps.stream()
        .filter(step -> step.outcome() instanceof CheckStep.Passed)
        .map(CheckStep::name)
        .toList();
  }

  @Test
  void theCheckNamesTheWorkspaceItsChannelsAndAMessage() throws Exception {
    slack.user("U1", "mira");
    slack.channel("C1", "ops", Kind.PUBLIC, "U1");
    slack.post("C1", "U1", "The *gate* code changes on Monday.");
    assertThat(check())
        .contains("workspace Lab", "It would read 1: #ops", "1 full members")
        .contains("of mira: The gate code changes on Monday.")
        .doesNotContain(SmallSlack.TOKEN);
    assertThat(passed()).containsExactly("token", "scopes", "channels", "members", "messages");
  }

  @Test
  void theCheckSaysWhichScopesAreMissing() throws Exception {
    slack.scopes = "channels:read,channels:history,users:read";
    assertThat(check("direct", "U1"))
        .contains(
            "It lacks files:read, groups:history, groups:read, im:history, im:read, mpim:history, mpim:read, users:read.email");
  }

  @Test
  void theCheckSaysHowToInviteTheApp() throws Exception {
    assertThat(check()).contains("/invite @");
    assertThat(passed()).containsExactly("token", "scopes");
  }

  @Test
  void aTokenThatSlackDoesNotKnowIsSaidWithoutIt() throws Exception {
    assertThat(check("token", "xoxb-not-this-one"))
        .contains("does not know the token", "token-file")
        .doesNotContain("xoxb-not-this-one");
    assertThatThrownBy(
            () -> slacks.source(slack.url(), "token", "xoxb-not-this-one").poll(Optional.empty()))
        .isInstanceOf(SourceException.Denied.class)
        .hasMessageContaining("install the app again");
  }

  @Test
  void settingsThatCannotBeReadSayWhatToWrite() {
    assertThatThrownBy(() -> slacks.open(new Settings(new SourceId("team"), Map.of())))
        .isInstanceOf(SettingsException.class)
        .hasMessage("gill.sources.team.token-file (or path) is missing; set it.");
    assertThatThrownBy(() -> slacks.source(slack.url(), "path", "export.zip"))
        .isInstanceOf(SettingsException.class)
        .hasMessage("gill.sources.team.path stands beside a token; give one or the other.");
    assertThatThrownBy(() -> slacks.source(slack.url(), "app", "mine"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("use distributed or internal");
    assertThatThrownBy(() -> slacks.source("http://slack.example/api/", "internal-hosts", ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("https");
  }
}

package dev.gill.source.webdav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.model.Audience;
import dev.gill.model.SourceId;
import dev.gill.source.CheckStep;
import dev.gill.source.Settings;
import dev.gill.source.SourceContext;
import dev.gill.source.http.HttpClients;
import dev.gill.source.http.Timing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings with their mistakes, and the check. */
final class WebdavTypeTest {
  @TempDir Path data;

  private final WebdavType type =
      new WebdavType(
          new HttpClients(
              new Timing(InstantSource.system(), System::nanoTime, () -> 0.5, _ -> {})));

  private void make(Map<String, String> written) {
    type.make(
            new Settings(new SourceId("drive"), written),
            new SourceContext(data, Davs.READABLE, InstantSource.system()))
        .source()
        .close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "username=kb | gill.sources.drive.url is missing; set it.",
        "url=drive.example.org/dav | the url of source drive cannot be read: write https://HOST/PATH, without user and password, and give those apart",
        "url=https://drive.example.org/;username=kb | gill.sources.drive.password is missing; set it.",
        "url=https://drive.example.org/;password=MARK | gill.sources.drive.username is missing; set it.",
        "url=https://drive.example.org/;username=kb;token=MARK | gill.sources.drive.token stands beside a username or password; give one or the other.",
        "url=http://drive.example.org/;token=MARK | the password or token of source drive would travel unencrypted: write https, or list its host among the internal hosts",
        "url=https://drive.example.org/;link=https://x/{file} | the link template holds a placeholder, which this source cannot fill in: use {path}, {line} or {page}",
        "url=https://drive.example.org/;sweep-every=often | gill.sources.drive.sweep-every cannot be read; make it a time above zero such as 30s or 5m.",
        "url=https://drive.example.org/;username=kb;password-file=/no/such/file | gill.sources.drive.password-file cannot be read; write the path of a file of text that the user Gill runs as may read.",
        "url=https://drive.example.org/;password=MARK;password-file=/x | gill.sources.drive.password-file stands beside password; take one of the two out.",
      })
  void aMistakeIsSaidInASentence(String written, String sentence) {
    Map<String, String> settings = new HashMap<>();
    for (String each : written.split(";")) {
      settings.put(each.split("=", 2)[0].strip(), each.split("=", 2)[1].strip());
    }
    assertThatThrownBy(() -> make(settings)).hasMessage(sentence).hasMessageNotContaining("MARK");
  }

  @Test
  void aPasswordMayStandInAFile() throws Exception {
    Path file = Files.writeString(data.resolve("password"), "kb-pass\n");
    try (SmallDav server = new SmallDav(SmallDav.Kind.CLOUD)) {
      server.write("a.md", "one");
      List<CheckStep> steps = new ArrayList<>();
      type.check(
          new Settings(
              new SourceId("drive"),
              Map.of(
                  "url", server.url(),
                  "username", "kb",
                  "audience", "staff",
                  "password-file", file.toString(),
                  "internal-hosts", server.authority())),
          new SourceContext(data, Davs.READABLE, InstantSource.system()),
          steps::add);
      assertThat(steps)
          .extracting(step -> step.outcome().getClass().getSimpleName())
          .containsOnly("Passed");
      assertThat(steps)
          .extracting(step -> step.name() + ": " + step.outcome().sentence())
          .contains(
              "reachable: The server answers, and speaks WebDAV.",
              "signed in: The server takes the configured user.",
              "changes: The etags of folders say what changes, as on Nextcloud: each look is one request while nothing does.",
              "documents: 1 file would be read.",
              "example: a.md can be read.",
              "link: Citations of a.md lead to http://%s/index.php/f/1"
                  .formatted(server.authority()));
    }
  }

  @Test
  void nobodyReadsItUntilAnAudienceIsSetAndTheCheckSaysSo() throws Exception {
    try (SmallDav server = new SmallDav(SmallDav.Kind.CLOUD)) {
      server.write("a.md", "one");
      Settings written =
          new Settings(
              new SourceId("drive"),
              Map.of(
                  "url",
                  server.url(),
                  "username",
                  "kb",
                  "password",
                  "kb-pass",
                  "internal-hosts",
                  server.authority()));
      SourceContext surroundings = new SourceContext(data, Davs.READABLE, InstantSource.system());
      List<CheckStep> steps = new ArrayList<>();
      type.check(written, surroundings, steps::add);

      assertThat(steps.getLast().outcome())
          .isEqualTo(
              new CheckStep.Failed(
                  "Nobody may read it yet, since WebDAV does not say who may: set gill.sources.drive.audience to everyone, or to group names."));
      try (var source = type.make(written, surroundings).source()) {
        assertThat(source.rights().audiences().values()).containsExactly(new Audience.Nobody());
      }
    }
  }

  @Test
  void theCheckSaysWhatIsRefusedAndSkipsTheRest() throws Exception {
    try (SmallDav server = new SmallDav(SmallDav.Kind.DEEP)) {
      server.write("hr/pay.md", "secret");
      server.troubles.put("", 403);
      List<CheckStep> steps = new ArrayList<>();
      Davs.check(Davs.settings(server.url(), new Audience.Everyone(), data), steps::add).run();

      assertThat(steps)
          .extracting(step -> step.outcome().getClass().getSimpleName())
          .containsExactly(
              "Passed", "Passed", "Failed", "Skipped", "Skipped", "Skipped", "Skipped", "Passed");
      assertThat(steps.get(2).outcome().sentence())
          .isEqualTo(
              "The url of source team may not be listed by this user: share the folder with the user that Gill signs in as.");
    }
  }
}

package dev.gill.source.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.model.Audience;
import dev.gill.model.SourceId;
import dev.gill.source.CheckStep;
import dev.gill.source.Settings;
import dev.gill.source.SourceContext;
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

/** Settings with their mistakes, and the check over files. */
final class MailTypeTest {
  @TempDir Path data;

  private final MailType type = new MailType();

  private SourceContext surroundings() {
    return new SourceContext(data, name -> name.endsWith(".csv"), InstantSource.system());
  }

  private static Settings settings(Map<String, String> written) {
    return new Settings(new SourceId("box"), written);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "username=kb | gill.sources.box.host (or path) is missing; set it.",
        "host=imap.example.org;path=/mail | gill.sources.box.path stands beside host; take one of the two out.",
        "host=imap.example.org;password=MARK | gill.sources.box.username is missing; set it.",
        "host=imap.example.org;username=kb | gill.sources.box.password (or token) is missing; set it.",
        "host=imap.example.org;username=kb;password=MARK;token=MARK | gill.sources.box.token stands beside a password; give one or the other.",
        "host=imap.example.org;username=kb;password=MARK;security=ssl | gill.sources.box.security is not known; use none or starttls or tls.",
        "host=imap.example.org;username=kb;password=MARK;port=99999 | gill.sources.box.port is no port; make it a number up to 65535.",
        "path=/mail;audiences=ops | gill.sources.box.audiences cannot be read; write FOLDER=everyone or FOLDER=group+group, parted by commas.",
        "path=/mail;audiences=ops=everyone+hr | gill.sources.box.audiences cannot be read; write FOLDER=everyone or FOLDER=group+group, parted by commas.",
        "path=/mail;audiences=/=hr | gill.sources.box.audiences names no folder before a =; the whole has its readers in audience.",
      })
  void aMistakeIsSaidInASentence(String written, String sentence) {
    Map<String, String> all = new HashMap<>();
    for (String each : written.split(";")) {
      all.put(each.split("=", 2)[0].strip(), each.split("=", 2)[1].strip());
    }
    assertThatThrownBy(() -> type.make(settings(all), surroundings()).source().close())
        .hasMessage(sentence)
        .hasMessageNotContaining("MARK");
  }

  @Test
  void foldersHaveReadersOfTheirOwnAndTheRestNobodyUntilItIsSet() {
    MailSettings read =
        MailType.read(
            settings(Map.of("path", "/mail", "audiences", "hr/pay=hr+leads, ops=everyone")),
            surroundings());
    assertThat(read.rights().audiences().get(read.scope("hr/pay/2025")))
        .isEqualTo(Audience.of("hr", "leads"));
    assertThat(read.rights().audiences().get(read.scope("ops"))).isEqualTo(new Audience.Everyone());
    assertThat(read.rights().audiences().get(read.scope("hr"))).isEqualTo(new Audience.Nobody());
    assertThat(read.rights().audiences().get(read.scope("opsroom")))
        .isEqualTo(new Audience.Nobody());
  }

  @Test
  void theCheckShowsHowAThreadReadsAndWhoMayReadIt() throws Exception {
    Path mail = Files.createDirectory(data.resolve("mail"));
    Files.writeString(
        mail.resolve("1.eml"), Mails.message("a@lab.test", "Restore", "How do I restore?"));
    List<CheckStep> steps = new ArrayList<>();
    type.check(settings(Map.of("path", mail.toString())), surroundings(), steps::add);

    assertThat(steps)
        .extracting(step -> step.name() + ": " + step.outcome().sentence())
        .containsExactly(
            "mail: The files can be read.",
            "folders: Messages by folder: (itself) 1.",
            "changes: Files are looked at as often as gill.sources.box.every says.",
            "threads: 1 threads would be read.",
            "attachments: 0 attachments would be read.",
            "example: Restore begins with: How do I restore?",
            "link: Its citations lead to message:%3Ca%40lab.test%3E",
            "audience: Nobody may read it yet: set gill.sources.box.audience to everyone, or to group names.");
    assertThat(steps.getLast().outcome()).isInstanceOf(CheckStep.Failed.class);
  }
}

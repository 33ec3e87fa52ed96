package dev.gill.source.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.model.Access;
import dev.gill.model.Identity;
import dev.gill.model.Reader;
import dev.gill.model.Scope;
import dev.gill.model.SourceId;
import dev.gill.source.Batch;
import dev.gill.source.CheckStep;
import dev.gill.source.Replica;
import dev.gill.source.Settings;
import dev.gill.source.Source;
import dev.gill.source.SourceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workspace export in the documented form, read without a token. */
final class SlackExportTest {
  private static final SourceId TEAM = new SourceId("team");

  @TempDir Path temporary;
  private final Replica replica = new Replica();
  private Path file;
  private Slacks slacks;

  @BeforeEach
  void begin() throws Exception {
    file = temporary.resolve("export.zip");
    slacks = new Slacks(temporary.resolve("data"));
    String root = "1772000001.000100";
    new ExportFile(file)
        .user("U1", "mira")
        .user("U2", "jonas")
        .user("U3", "mallory")
        .channel("channels.json", "C1", "ops", "U1", "U2")
        .channel("groups.json", "G1", "hr", "U1")
        .add("dms.json", Map.of("id", "D1", "members", List.of("U1", "U2")))
        .message("ops/2026-02-25.json", root, "U1", "Where is the <http://w|runbook>?", root)
        .message("ops/2026-02-27.json", "1772150000.000200", "U2", "It moved to the wiki.", root)
        .message("ops/2026-02-27.json", "1772150001.000200", "U3", "zebrafinch", "")
        .message("hr/2026-02-25.json", "1772000009.000100", "U1", "The pay round is in May.", "")
        .message("D1/2026-02-25.json", "1772000010.000100", "U1", "The party is a secret.", "")
        .write();
  }

  @AfterEach
  void end() {
    slacks.close();
  }

  private Settings settings(String... more) {
    Map<String, String> all = new TreeMap<>(Map.of("path", file.toString()));
    for (int i = 0; i < more.length; i += 2) {
      all.put(more[i], more[i + 1]);
    }
    return new Settings(TEAM, all);
  }

  @Test
  void threadsThatGoOnForDaysAreOneDocumentWithItsReaders() throws Exception {
    slacks.optOut(new Identity("team", "U3"));
    Access access;
    try (Source source = slacks.open(settings("url", "https://lab.slack.com"))) {
      Batch batch = replica.page(source);
      access = Access.none().with(TEAM, batch.rights());
    }
    assertThat(replica.keys()).containsExactly("C1/1772000001.000100", "G1/1772000009.000100");
    assertThat(replica.get("C1/1772000001.000100").text())
        .isEqualTo("Where is the runbook (http://w)?\nIt moved to the wiki.");
    assertThat(replica.get("C1/1772000001.000100").link())
        .isEqualTo("https://lab.slack.com/archives/C1/p1772000001000100");
    Reader jonas = new Reader(Set.of(Identity.email("jonas@lab.example")), Set.of());
    assertThat(access.mayRead(jonas, new Scope(TEAM, "C1"))).isTrue();
    assertThat(access.mayRead(jonas, new Scope(TEAM, "G1"))).isFalse();
  }

  @Test
  void directMessagesComeOnlyForWhoSwitchedThemOn() throws Exception {
    try (Source source = slacks.open(settings("direct", "U2"))) {
      replica.follow(source);
    }
    assertThat(replica.documents().toString()).contains("The party");
    assertThat(replica.get("D1/1772000010.000100").title()).startsWith("jonas, mira: ");
  }

  @Test
  void whatIsNoExportSaysWhatToName() throws Exception {
    Files.writeString(file, "PK, but no zip");
    try (Source source = slacks.open(settings())) {
      assertThatThrownBy(() -> source.poll(Optional.empty()))
          .isInstanceOf(SourceException.Broken.class)
          .hasMessageContaining("users.json", "gill.sources.team.path");
    }
  }

  @Test
  void theCheckCountsMessages() throws Exception {
    List<CheckStep> steps = new ArrayList<>();
    new SlackType(slacks.clients).check(settings(), slacks.context(), steps::add);
    assertThat(steps.toString()).contains("#ops 3", "#hr 1", "conversations would be read");
  }
}

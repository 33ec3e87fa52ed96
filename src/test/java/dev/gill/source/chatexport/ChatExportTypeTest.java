package dev.gill.source.chatexport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.model.Content;
import dev.gill.model.SourceId;
import dev.gill.source.Change;
import dev.gill.source.CheckStep;
import dev.gill.source.Replica;
import dev.gill.source.Settings;
import dev.gill.source.SettingsException;
import dev.gill.source.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of exported chats as somebody configures it. */
final class ChatExportTypeTest {
  @TempDir Path temporary;
  private Path folder;

  @BeforeEach
  void export() throws Exception {
    folder = Files.createDirectories(temporary.resolve("exports/hr")).getParent();
    Files.writeString(
        folder.resolve("ops.txt"),
        """
        2026-03-02 10:00:00 Li Na
        Where is the spare key?
        2026-03-02 10:20:00 Bo Berg
        It hangs in the lab.
        """);
    Files.writeString(
        folder.resolve("hr/pay.txt"),
        """
        2026-03-03 10:00:00 mallory
        I want a raise of 4711.
        2026-03-03 10:01:00 Ann
        That will be decided in May.
        """);
    Files.writeString(folder.resolve("notes.txt"), "No chat at all.\n");
  }

  private Map<String, String> settings(String... more) {
    Map<String, String> all =
        new TreeMap<>(Map.of("path", folder.toString(), "zone", "UTC", "audience", "everyone"));
    for (int i = 0; i < more.length; i += 2) {
      all.put(more[i], more[i + 1]);
    }
    return all;
  }

  private Source open(String... more) {
    return Exports.source(temporary.resolve("data"), settings(more));
  }

  @Test
  void conversationsBecomeDocumentsAndAFileThatIsNoneSaysWhy() throws Exception {
    List<Change> changes;
    try (Source source = open()) {
      changes = new Replica().follow(source);
    }
    assertThat(changes)
        .filteredOn(Change.Upserted.class::isInstance)
        .extracting(change -> ((Change.Upserted) change).origin().title())
        .containsExactlyInAnyOrder(
            "ops: Where is the spare key?", "pay: That will be decided in May.");
    assertThat(changes)
        .filteredOn(Change.Unreadable.class::isInstance)
        .singleElement()
        .satisfies(
            change -> assertThat(change.toString()).contains("notes.txt", "a name and a time"));
    assertThat(changes.toString()).doesNotContain("4711");
  }

  @Test
  void aMessageThatComesInIsPartOfItsConversation() throws Exception {
    try (Source source = open()) {
      Replica replica = new Replica();
      replica.follow(source);
      Files.writeString(
          folder.resolve("ops.txt"),
          "2026-03-02 10:25:00 Li Na\nThanks, found it on the left.\n",
          StandardOpenOption.APPEND);
      Change.Upserted told = (Change.Upserted) replica.follow(source).getFirst();
      assertThat(((Content.Conversation) told.content()).messages()).hasSize(3);
      assertThat(told.doc().key()).isEqualTo("ops.txt/2026-03-02T10:00:00Z");
    }
  }

  @Test
  void oldConversationsAreNotKept() throws Exception {
    try (Source source = open("keep", "6 months")) {
      assertThat(new Replica().follow(source)).noneMatch(Change.Upserted.class::isInstance);
    }
  }

  @Test
  void aRoomHasItsOwnReaders() throws Exception {
    try (Source source = open("audiences", "hr=hr+leads")) {
      Replica replica = new Replica();
      List<Change> changes = replica.follow(source);
      assertThat(changes)
          .filteredOn(Change.Upserted.class::isInstance)
          .extracting(change -> ((Change.Upserted) change).scope().key())
          .containsExactlyInAnyOrder("", "hr");
    }
  }

  @Test
  void settingsThatCannotBeReadSayWhatToWrite() {
    assertThatThrownBy(() -> open("keep", "a while"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("18 months");
    assertThatThrownBy(() -> open("zone", "Mars"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("Asia/Shanghai");
    assertThatThrownBy(() -> open("audience", "hr", "audiences", "=everyone"))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("names no file before a =");
  }

  @Test
  void theCheckNamesWhatIsInThereAndWhatIsNot() throws Exception {
    List<CheckStep> steps = new ArrayList<>();
    new ChatExportType()
        .check(
            new Settings(new SourceId("team"), settings()),
            Exports.surroundings(temporary.resolve("data")),
            steps::add);
    assertThat(steps.toString())
        .contains("notes.txt", "ops 2", "pay 2", "2 conversations would be read");
  }
}

package dev.gill.source.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gill.source.Replica;
import dev.gill.source.Source;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Canvases that channels show beside their messages, and files that are changed where they lie. */
final class SlackCanvasTest {
  @TempDir Path data;
  private final Replica replica = new Replica();
  private Slacks slacks;
  private SmallSlack slack;

  @BeforeEach
  void begin() throws Exception {
    slacks = new Slacks(data);
    slack = new SmallSlack();
    slack.user("U1", "mira");
    slack.user("U2", "jonas");
    slack.channel("C1", "ops", Kind.PRIVATE, "U1", "U2");
  }

  @AfterEach
  void end() {
    slack.close();
    slacks.close();
  }

  private static byte[] changed(String type, String file) {
    return Slacks.event(
        "{\"type\":\"%s\",\"file_id\":\"%s\",\"file\":{\"id\":\"%s\"}}"
            .formatted(type, file, file));
  }

  @Test
  void aChannelsOwnCanvasAndThoseInItsTabsAreItsDocuments() throws Exception {
    slack.canvas("C1", "F1", "", true).put("user", "USLACKBOT").put("canvas_creator_id", "U2");
    slack.draw("F1", "<h1>On call</h1><p>Call Noor first.</p>");
    slack.canvas("C1", "F2", "Backups", false);
    slack.draw("F2", "<p>Kept for 35 days.</p>");
    try (Source source = slacks.source(slack.url())) {
      replica.follow(source);
    }

    assertThat(replica.keys()).containsExactly("C1/files/F1", "C1/files/F2");
    assertThat(replica.get("C1/files/F1").text()).contains("Call Noor first.");
    assertThat(replica.get("C1/files/F1").title()).isEqualTo("#ops");
    assertThat(replica.get("C1/files/F1").author()).isEqualTo("jonas");
    assertThat(replica.get("C1/files/F1").link()).isEqualTo("https://lab.slack.com/docs/T1/F1");
    assertThat(replica.get("C1/files/F1").scope().key()).isEqualTo("C1");
    assertThat(replica.get("C1/files/F2").title()).isEqualTo("Backups");
    assertThat(replica.get("C1/files/F2").author()).isEqualTo("mira");
    assertThat(replica.get("C1/files/F2").modified())
        .isEqualTo(Instant.ofEpochSecond(1_772_000_002));
  }

  @Test
  void anEditAndADeletedCanvasAreSeenAtOnceByEventsAndInTimeWithoutThem() throws Exception {
    slack.canvas("C1", "F1", "Backups", true);
    slack.draw("F1", "<p>Kept for 35 days.</p>");
    try (SlackSource source = slacks.source(slack.url())) {
      replica.follow(source);
      slack.draw("F1", "<p>Kept for 42 days.</p>");
      replica.follow(source);
      assertThat(replica.get("C1/files/F1").text()).as("nobody said so").contains("35 days");
      source.onHook(changed("file_change", "F1"));
      replica.follow(source);
      assertThat(replica.get("C1/files/F1").text()).contains("42 days");

      slack.draw("F1", "<p>Kept for 49 days.</p>");
      slacks.pass(Duration.ofMinutes(5));
      replica.follow(source);
      assertThat(replica.get("C1/files/F1").text()).contains("49 days");

      slack.erase("C1", "F1");
      source.onHook(changed("file_deleted", "F1"));
      replica.follow(source);
      assertThat(replica.documents()).isEmpty();
    }
  }

  @Test
  void aCanvasThatIsTakenOutOfAChannelGoesWithTheNextListOfChannels() throws Exception {
    ObjectNode canvas = slack.canvas("C1", "F1", "Backups", false);
    slack.draw("F1", "<p>Kept for 35 days.</p>");
    try (SlackSource source = slacks.source(slack.url())) {
      replica.follow(source);
      assertThat(replica.keys()).hasSize(1);
      canvas.putArray("channels");
      slack.erase("C1", "F1");
      slacks.pass(Duration.ofMinutes(1));
      replica.follow(source);
    }
    assertThat(replica.documents()).isEmpty();
  }

  @Test
  void aCanvasInATabThatIsNotSharedWithTheChannelIsNotRead() throws Exception {
    slack.canvas("C1", "F1", "Pay", false).putArray("channels").add("C9");
    slack.draw("F1", "<p>By grade.</p>");
    try (Source source = slacks.source(slack.url())) {
      replica.follow(source);
    }
    assertThat(replica.documents()).isEmpty();
  }

  @Test
  void whatOfManyCanvasesWasNotAskedForYetDoesNotCountAsGone() throws Exception {
    for (int i = 0; i < 30; i++) {
      slack.canvas("C1", "F" + i, "Notes " + i, false);
      slack.draw("F" + i, "<p>Note %d.</p>".formatted(i));
    }
    try (Source source = slacks.source(slack.url())) {
      replica.follow(source);
      replica.follow(source);
      assertThat(replica.keys()).hasSize(30);
    }
    try (Source source = slacks.source(slack.url())) {
      replica.follow(source);
      assertThat(replica.keys()).as("after a restart").hasSize(30);
    }
  }

  @Test
  void withoutTheScopeForFilesMessagesAreReadAllTheSame() throws Exception {
    slack.canvas("C1", "F1", "Backups", true);
    slack.draw("F1", "<p>Kept for 35 days.</p>");
    String root = slack.post("C1", "U1", "How long are the backups of the wiki kept?");
    slack.scopes = slack.scopes.replace(",files:read", "");
    try (Source source = slacks.source(slack.url())) {
      replica.follow(source);
    }
    assertThat(replica.keys()).containsExactly("C1/" + root);
  }

  @Test
  void aFileThatIsChangedWhereAnOldMessageCarriesItIsReadAgainAtOnceByAnEvent() throws Exception {
    ObjectNode message = slack.message("C1", "U1", "");
    slack.attach(message, "F1", "restore.md", "text/markdown", "Call Noor first.");
    for (int i = 0; i < 30; i++) {
      slack.post("C1", "U2", "Release %d is out, see its notes.".formatted(i));
    }
    String[] few = {"app", "distributed", "history-per-minute", "1000"};
    try (SlackSource source = slacks.source(slack.url(), few)) {
      replica.follow(source);
      slack.rewrite(message, "Call Jonas first, then Noor.");
      slacks.pass(Duration.ofMinutes(1));
      replica.follow(source);
      assertThat(replica.get("C1/files/F1").text())
          .as("nobody said so")
          .isEqualTo("Call Noor first.");
      source.onHook(changed("file_change", "F1"));
      replica.follow(source);
    }
    assertThat(replica.get("C1/files/F1").text()).isEqualTo("Call Jonas first, then Noor.");
  }
}

package dev.gill.source.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gill.model.Content;
import dev.gill.model.Message;
import dev.gill.source.Replica;
import dev.gill.source.Source;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workspace as it is followed: what comes late, what is changed, and what it costs. */
@Tag("slow")
final class SlackSourceTest {
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
    slack.channel("C1", "ops", Kind.PUBLIC, "U1", "U2");
  }

  @AfterEach
  void end() {
    slack.close();
    slacks.close();
  }

  /** An old thread with newer talk than one answer holds below it. */
  private String oldThread() {
    String root = slack.post("C1", "U1", "How long are the backups of the wiki kept?");
    slack.reply("C1", root, "U2", "For 35 days, says the runbook.");
    for (int i = 0; i < 30; i++) {
      slack.thread("C1", "U1", "Release %d is out, see its notes.".formatted(i));
    }
    return root;
  }

  private String text(String root) {
    return replica.get("C1/" + root).text();
  }

  @Test
  void aThreadIsOneDocumentAndEachMessageHasItsLink() throws Exception {
    String root = slack.post("C1", "U1", "How long are <https://wiki.example/b|backups> kept?");
    String reply =
        slack.reply("C1", root, "U2", "<@U1> for *35 days*, see <#C1|ops> &amp; the runbook");
    try (Source source = slacks.source(slack.url())) {
      Content content =
          ((dev.gill.source.Change.Upserted) replica.follow(source).getFirst()).content();
      List<Message> messages = ((Content.Conversation) content).messages();

      assertThat(messages)
          .extracting(Message::text)
          .containsExactly(
              "How long are backups (https://wiki.example/b) kept?",
              "@mira for 35 days, see #ops & the runbook");
      assertThat(messages).extracting(Message::author).containsExactly("mira", "jonas");
      assertThat(messages.getLast().link())
          .isEqualTo(
              "https://lab.slack.com/archives/C1/p%s?thread_ts=%s&cid=C1"
                  .formatted(reply.replace(".", ""), root));
    }
  }

  @Test
  void joinsTopicsBotsAndGreetingsAreNoDocuments() throws Exception {
    slack.message("C1", "U1", "<@U1> has joined the channel").put("subtype", "channel_join");
    slack.message("C1", "U1", "set the topic: backups").put("subtype", "channel_topic");
    slack.message("C1", "U0GILL", "Build 4711 is green").put("bot_id", "B9");
    slack.post("C1", "U2", "good morning :wave:");
    try (Source source = slacks.source(slack.url())) {
      replica.follow(source);
    }
    assertThat(replica.documents()).isEmpty();
    try (Source source = slacks.source(slack.url(), "bots", "true")) {
      replica.follow(source);
    }
    assertThat(replica.documents().toString()).contains("Build 4711").doesNotContain("joined");
  }

  @Test
  void anEventShowsALateReplyAnEditAndADeletedMessageOfAnyAgeAtOnce() throws Exception {
    String root = oldThread();
    String[] few = {"app", "distributed", "history-per-minute", "1000"};
    try (SlackSource source = slacks.source(slack.url(), few)) {
      replica.follow(source);

      String late = slack.reply("C1", root, "U1", "It was raised to 42 days.");
      replica.follow(source);
      assertThat(text(root)).as("nobody said where to look").doesNotContain("42 days");
      source.onHook(
          Slacks.event(
              "{'type':'message','channel':'C1','user':'U1','ts':'%s','thread_ts':'%s'}"
                  .formatted(late, root)
                  .replace('\'', '"')));
      replica.follow(source);
      assertThat(text(root)).contains("42 days");

      slack.edit("C1", late, "It was raised to 49 days.");
      source.onHook(
          Slacks.event(
              "{'type':'message','subtype':'message_changed','channel':'C1','message':{'ts':'%s','thread_ts':'%s'}}"
                  .formatted(late, root)
                  .replace('\'', '"')));
      replica.follow(source);
      assertThat(text(root)).contains("49 days").doesNotContain("42 days");

      slack.delete("C1", late);
      source.onHook(
          Slacks.event(
              "{'type':'message','subtype':'message_deleted','channel':'C1','deleted_ts':'%s','previous_message':{'ts':'%s','thread_ts':'%s'}}"
                  .formatted(late, late, root)
                  .replace('\'', '"')));
      replica.follow(source);
      assertThat(text(root)).contains("35 days").doesNotContain("49 days");
    }
  }

  @Test
  void whatAnEventSaysIsReadFromSlackAndNotBelieved() throws Exception {
    String root = oldThread();
    try (SlackSource source = slacks.source(slack.url())) {
      replica.follow(source);
      source.onHook(
          Slacks.event(
              "{'type':'message','subtype':'message_changed','channel':'C1','message':{'ts':'%s','text':'for ever'}}"
                  .formatted(root)
                  .replace('\'', '"')));
      source.onHook("no json".getBytes(java.nio.charset.StandardCharsets.UTF_8));
      replica.follow(source);
    }
    assertThat(text(root)).contains("35 days").doesNotContain("for ever");
  }

  @Test
  void withoutEventsAllIsReadAgainAfterRescanEvery() throws Exception {
    String root = oldThread();
    String[] few = {"app", "distributed", "history-per-minute", "1000", "rescan-every", "6h"};
    try (SlackSource source = slacks.source(slack.url(), few)) {
      replica.follow(source);
      slack.edit("C1", root, "How long are the backups of the forum kept?");
      slack.reply("C1", root, "U1", "It was raised to 42 days.");
      slacks.pass(Duration.ofHours(5));
      replica.follow(source);
      assertThat(text(root)).contains("wiki");
      slacks.pass(Duration.ofHours(2));
      replica.follow(source);
      assertThat(text(root)).contains("forum", "42 days");

      slack.deleteThread("C1", root);
      slacks.pass(Duration.ofHours(7));
      replica.follow(source);
      assertThat(replica.keys()).doesNotContain("C1/" + root).hasSize(30);
    }
  }

  @Test
  void aDeletedQuestionGoesAndItsAnswersStay() throws Exception {
    String root = oldThread();
    try (SlackSource source = slacks.source(slack.url())) {
      replica.follow(source);
      slack.delete("C1", root);
      slacks.pass(Duration.ofMinutes(1));
      replica.follow(source);
    }
    assertThat(replica.documents().toString()).contains("35 days").doesNotContain("of the wiki");
  }

  @Test
  void aRestartAndAnIndexBesideCostNoReadingAgain() throws Exception {
    oldThread();
    try (SlackSource source = slacks.source(slack.url());
        SlackSource beside = slacks.source(slack.url())) {
      replica.follow(source);
      long before = slack.calls.size();
      Replica other = new Replica();
      other.follow(beside);
      assertThat(slack.calls).hasSize((int) before);
      assertThat(other.documents()).isEqualTo(replica.documents());
    }
    slack.calls.clear();
    try (SlackSource source = slacks.source(slack.url())) {
      Replica again = new Replica();
      again.follow(source);
      assertThat(again.documents()).isEqualTo(replica.documents());
    }
    assertThat(slack.called("conversations.history")).isEqualTo(1);
    assertThat(slack.called("conversations.replies")).isZero();
  }

  @Test
  void onceAMinuteIsEnoughToReadAllInTheEnd() throws Exception {
    String root = oldThread();
    try (SlackSource source =
        slacks.source(slack.url(), "app", "distributed", "history-per-minute", "1")) {
      replica.follow(source);
      assertThat(slack.called("conversations.history")).isEqualTo(1);
      assertThat(replica.keys()).hasSize(15);
      assertThat(source.describe(replica.cursor().orElseThrow())).contains("1 still being read");
      for (int i = 0; i < 8; i++) {
        long before = slack.called("conversations.history");
        slacks.pass(Duration.ofSeconds(61));
        replica.follow(source);
        assertThat(slack.called("conversations.history")).isLessThanOrEqualTo(before + 1);
      }
      assertThat(text(root)).contains("35 days");
      assertThat(source.describe(replica.cursor().orElseThrow()))
          .contains("31 documents", "4 requests, 1 a minute", "within 25 h");
    }
  }

  @Test
  void aCrashInTheMiddleOfTheFirstReadingGoesOnFromThere() throws Exception {
    String root = oldThread();
    String[] slow = {"app", "distributed", "history-per-minute", "1"};
    try (SlackSource source = slacks.source(slack.url(), slow)) {
      replica.follow(source);
    }
    slack.calls.clear();
    for (int i = 0; i < 6; i++) {
      slacks.pass(Duration.ofSeconds(61));
      try (SlackSource source = slacks.source(slack.url(), slow)) {
        replica.follow(source);
      }
    }
    assertThat(replica.keys()).hasSize(31);
    assertThat(text(root)).contains("35 days");
  }

  @Test
  void aHostThatAsksForAPauseIsLeftAloneAndAskedAgain() throws Exception {
    oldThread();
    slack.refusing = 2;
    try (SlackSource source = slacks.source(slack.url())) {
      replica.follow(source);
    }
    assertThat(replica.keys()).hasSize(31);
  }

  @Test
  void filesOfAFormatThatIsReadAreDocumentsOfTheirOwn() throws Exception {
    ObjectNode message = slack.message("C1", "U1", "");
    slack.attach(message, "F1", "restore.md", "text/markdown", "# Restore\n\nCall Noor first.");
    slack.attach(message, "F2", "cat.gif", "image/gif", "GIF89a");
    try (SlackSource source = slacks.source(slack.url())) {
      replica.follow(source);
      assertThat(replica.keys()).containsExactly("C1/files/F1");
      assertThat(replica.get("C1/files/F1").text()).contains("Call Noor first.");
      assertThat(replica.get("C1/files/F1").author()).isEqualTo("mira");
      assertThat(replica.get("C1/files/F1").scope().key()).isEqualTo("C1");
    }
    slack.scopes = slack.scopes.replace(",files:read", "");
    Replica without = new Replica();
    try (SlackSource source = slacks.source(slack.url())) {
      without.follow(source);
    }
    assertThat(without.get("C1/files/F1").cause()).contains("files:read");
  }
}

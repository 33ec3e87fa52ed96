package dev.gill.source.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.lab.servers.EmulatedSlack;
import dev.gill.lab.servers.Real;
import dev.gill.model.Access;
import dev.gill.model.Identity;
import dev.gill.model.Reader;
import dev.gill.model.Scope;
import dev.gill.model.SourceId;
import dev.gill.source.Batch;
import dev.gill.source.CheckStep;
import dev.gill.source.Replica;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The adapter against an emulator of Slack that others wrote. */
@Tag("slow")
final class EmulatedSlackTest {
  private static final SourceId TEAM = new SourceId("team");

  @TempDir Path data;
  private final Replica replica = new Replica();
  private Access access = Access.none();
  private Slacks slacks;
  private EmulatedSlack slack;
  private String ops;

  @BeforeEach
  void begin() throws Exception {
    slack = Real.orSkip(EmulatedSlack::start);
    slacks = new Slacks(data);
    ops = slack.channel(EmulatedSlack.ALICE, "ops");
  }

  @AfterEach
  void end() {
    if (slack != null) {
      slack.close();
      slacks.close();
    }
  }

  private SlackSource open() {
    return slacks.source(slack.url(), "token", EmulatedSlack.APP);
  }

  private void follow(SlackSource source) throws Exception {
    Batch batch = replica.page(source);
    access = access.with(TEAM, batch.rights());
  }

  private String post(String token, String text, String... more) throws Exception {
    List<String> all = new ArrayList<>(List.of("channel", ops, "text", text));
    all.addAll(List.of(more));
    return slack.call(token, "chat.postMessage", all.toArray(String[]::new)).path("ts").asText();
  }

  private void event(SlackSource source, String event) {
    source.onHook(Slacks.event(event.formatted(ops).replace('\'', '"')));
  }

  private String me(String token) throws Exception {
    return slack.call(token, "auth.test").path("user_id").asText();
  }

  @Test
  void threadsEditsAndDeletesAreSeenByEvents() throws Exception {
    String root = post(EmulatedSlack.ALICE, "How long are *backups* kept?");
    post(EmulatedSlack.BOB, "For 35 days.", "thread_ts", root);
    String other = post(EmulatedSlack.BOB, "The gate code changes on Monday.");
    try (SlackSource source = open()) {
      follow(source);
      String key = "%s/%s".formatted(ops, root);
      assertThat(replica.get(key).text()).isEqualTo("How long are backups kept?\nFor 35 days.");
      assertThat(replica.get(key).author()).isEqualTo("alice");

      String late = post(EmulatedSlack.ALICE, "It is 42 days now.", "thread_ts", root);
      event(
          source,
          "{'type':'message','channel':'%%s','ts':'%s','thread_ts':'%s'}".formatted(late, root));
      follow(source);
      assertThat(replica.get(key).text()).contains("42 days");

      slack.call(
          EmulatedSlack.ALICE, "chat.update", "channel", ops, "ts", late, "text", "It is 49 days.");
      event(
          source,
          "{'type':'message','subtype':'message_changed','channel':'%%s','message':{'ts':'%s','thread_ts':'%s'}}"
              .formatted(late, root));
      follow(source);
      assertThat(replica.get(key).text()).contains("49 days").doesNotContain("42 days");

      slack.call(EmulatedSlack.BOB, "chat.delete", "channel", ops, "ts", other);
      event(
          source,
          "{'type':'message','subtype':'message_deleted','channel':'%%s','deleted_ts':'%s'}"
              .formatted(other));
      follow(source);
      assertThat(replica.documents().toString()).contains("49 days").doesNotContain("gate code");
    }
  }

  @Test
  void withoutEventsAnEditIsSeenWithTheNextLook() throws Exception {
    String root = post(EmulatedSlack.ALICE, "The gate code changes on Monday.");
    try (SlackSource source = open()) {
      follow(source);
      slack.call(
          EmulatedSlack.ALICE,
          "chat.update",
          "channel",
          ops,
          "ts",
          root,
          "text",
          "The gate code changes on Friday.");
      slacks.pass(Duration.ofSeconds(31));
      follow(source);
      assertThat(replica.documents().toString()).contains("Friday").doesNotContain("Monday");
    }
  }

  @Test
  void aChannelIsForWhoIsInItAndGoesWithTheApp() throws Exception {
    String secret = slack.channel(EmulatedSlack.ALICE, "secret");
    slack.call(
        EmulatedSlack.ALICE,
        "chat.postMessage",
        "channel",
        secret,
        "text",
        "The pay round begins in May.");
    Reader bob = new Reader(Set.of(new Identity("team", me(EmulatedSlack.BOB))), Set.of());
    try (SlackSource source = open()) {
      follow(source);
      assertThat(replica.documents().toString()).contains("pay round");
      assertThat(access.mayRead(bob, new Scope(TEAM, secret))).isTrue();

      slack.call(
          EmulatedSlack.ALICE,
          "conversations.kick",
          "channel",
          secret,
          "user",
          me(EmulatedSlack.BOB));
      slacks.pass(Duration.ofMinutes(5));
      follow(source);
      assertThat(access.mayRead(bob, new Scope(TEAM, secret))).isFalse();

      slack.call(
          EmulatedSlack.ALICE,
          "conversations.kick",
          "channel",
          secret,
          "user",
          me(EmulatedSlack.APP));
      slacks.pass(Duration.ofSeconds(31));
      follow(source);
      assertThat(replica.documents().toString()).doesNotContain("pay round");
    }
  }

  @Test
  void theCheckGoesThrough() throws Exception {
    post(EmulatedSlack.ALICE, "The gate code changes on Monday.");
    List<CheckStep> steps = new ArrayList<>();
    new SlackType(slacks.clients)
        .check(
            Slacks.written(slack.url(), "token", EmulatedSlack.APP), slacks.context(), steps::add);
    assertThat(steps.toString()).contains("workspace Lab", "#ops", "#ops can be read");
  }
}

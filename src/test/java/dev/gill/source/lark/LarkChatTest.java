package dev.gill.source.lark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gill.model.Access;
import dev.gill.model.Identity;
import dev.gill.model.Reader;
import dev.gill.model.Scope;
import dev.gill.model.SourceId;
import dev.gill.source.Batch;
import dev.gill.source.CheckStep;
import dev.gill.source.Replica;
import dev.gill.source.SourceException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LarkChatTest {
  private static final SourceId TEAM = new SourceId("team");
  private static final String OPS = "oc_ops";

  @TempDir Path data;
  private Larks larks;
  private StandInLark lark;
  private StandInGroups groups;
  private LarkChatSource source;
  private Access access = Access.none();
  private final Replica replica = new Replica();

  @BeforeEach
  void begin() throws IOException {
    larks = new Larks(data);
    lark = new StandInLark();
    groups = lark.groups;
    groups.group(OPS, "Ops", "ou_mira", "ou_jonas");
    source = larks.chat(lark.url());
  }

  @AfterEach
  void end() {
    source.close();
    lark.close();
    larks.close();
  }

  private void follow() throws Exception {
    Batch batch;
    do {
      batch = replica.page(source);
      access = access.with(TEAM, batch.rights());
    } while (batch.more());
  }

  private void restart(String... settings) {
    source.close();
    source = larks.chat(lark.url(), settings);
  }

  private String said() {
    return replica.documents().values().stream()
        .map(Replica.Copy::text)
        .collect(Collectors.joining("\n"));
  }

  private String onTheDisk() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }

  private void event(String type, String event) {
    source.onHook(
        "{'header':{'event_type':'%s'},'event':%s}"
            .formatted(type, event)
            .replace('\'', '"')
            .getBytes(StandardCharsets.UTF_8));
  }

  private boolean reads(String account, String group) {
    return access.mayRead(
        new Reader(Set.of(new Identity("team", account)), Set.of()), new Scope(TEAM, group));
  }

  @Test
  void a_question_with_its_answers_is_one_conversation_with_names_and_a_link() throws Exception {
    String root = groups.say(OPS, "ou_mira", "@_user_1 how long are backups kept?");
    groups.mention(root, "@_user_1", "ou_jonas", "Jonas");
    groups.answer(OPS, "ou_jonas", root, "For 35 days.");
    groups.pass(86_400);
    groups.say(OPS, "ou_mira", "The gate code changes on Monday.");
    follow();

    Replica.Copy copy = replica.get(OPS + "/" + root);
    assertThat(copy.text()).isEqualTo("@Jonas how long are backups kept?\nFor 35 days.");
    assertThat(copy.title()).startsWith("Ops: ");
    assertThat(copy.author()).isEqualTo("Mira");
    assertThat(copy.link())
        .isEqualTo("https://applink.feishu.cn/client/chat/open?openChatId=" + OPS);
    assertThat(replica.keys()).hasSize(2);
  }

  @Test
  void rich_messages_read_as_they_show() throws Exception {
    JsonNode content =
        StandInLark.JSON.readTree(
            """
            {"title":"Restore","content":[
              [{"tag":"text","text":"Stop "},{"tag":"at","user_id":"@_user_1","user_name":"Jonas"},
               {"tag":"a","text":"the runbook","href":"https://wiki.example/r"}],
              [{"tag":"img","image_key":"img_1"}],
              [{"tag":"code_block","language":"BASH","text":"systemctl stop db\\n"}]]}""");
    String id = groups.send(OPS, "ou_mira", "post", (ObjectNode) content);
    follow();
    assertThat(replica.get(OPS + "/" + id).text())
        .isEqualTo(
            "Restore\nStop @Jonasthe runbook (https://wiki.example/r)\n\n```bash\nsystemctl stop db\n```");
  }

  @Test
  void events_bring_messages_topics_and_recalls_at_once() throws Exception {
    String root = groups.say(OPS, "ou_mira", "How long are backups kept?");
    groups.reply(OPS, "ou_jonas", root, "For 35 days.");
    follow();
    assertThat(replica.get(OPS + "/" + root).text()).contains("35 days");

    groups.reply(OPS, "ou_mira", root, "It is 42 days now.");
    event(
        "im.message.receive_v1",
        "{'message':{'chat_id':'%s','thread_id':'omt_%s'}}".formatted(OPS, root));
    follow();
    assertThat(replica.get(OPS + "/" + root).text()).contains("42 days");

    groups.pass(90_000);
    String other = groups.say(OPS, "ou_jonas", "The gate code changes on Monday.");
    event("im.message.receive_v1", "{'message':{'chat_id':'%s'}}".formatted(OPS));
    follow();
    assertThat(said()).contains("gate code");
    groups.recall(other);
    event("im.message.recalled_v1", "{'chat_id':'%s','message_id':'%s'}".formatted(OPS, other));
    follow();
    assertThat(said()).contains("42 days").doesNotContain("gate code");
  }

  @Test
  void without_events_a_look_brings_what_is_new_and_a_rescan_edits_of_any_age() throws Exception {
    String old = groups.say(OPS, "ou_mira", "Backups are kept for 35 days.");
    groups.pass(90_000);
    String gone = groups.say(OPS, "ou_mira", "The vault opens with 1234.");
    for (int i = 0; i < 120; i++) {
      groups.pass(90_000);
      groups.say(OPS, "ou_jonas", "Decision number %d was taken.".formatted(i));
    }
    follow();
    assertThat(replica.keys()).hasSize(122);

    groups.pass(90_000);
    groups.say(OPS, "ou_mira", "The canteen moves in May.");
    larks.pass(Duration.ofSeconds(16));
    follow();
    assertThat(said()).contains("canteen");

    groups.edit(old, "Backups are kept for 42 days.");
    groups.erase(gone);
    larks.pass(Duration.ofMinutes(61));
    follow();
    assertThat(said()).contains("42 days").doesNotContain("35 days", "vault");
    assertThat(replica.keys()).hasSize(122);
  }

  @Test
  void a_restart_asks_for_no_message_again_but_the_last() throws Exception {
    for (int i = 0; i < 120; i++) {
      groups.pass(90_000);
      groups.say(OPS, "ou_jonas", "Decision number %d was taken.".formatted(i));
    }
    follow();
    restart();
    lark.calls.clear();
    follow();
    assertThat(replica.keys()).hasSize(120);
    assertThat(lark.asked("im/v1/messages")).isEqualTo(1);
  }

  @Test
  void a_group_answers_those_who_are_in_it_and_nobody_once_the_bot_is_out() throws Exception {
    groups.say(OPS, "ou_mira", "The pay round begins in May.");
    follow();
    assertThat(reads("ou_jonas", OPS)).isTrue();
    assertThat(reads("ou_lee", OPS)).isFalse();

    groups.members(OPS, "ou_mira", "ou_lee");
    event("im.chat.member.user.deleted_v1", "{'chat_id':'%s'}".formatted(OPS));
    follow();
    assertThat(reads("ou_jonas", OPS)).isFalse();
    assertThat(reads("ou_lee", OPS)).isTrue();

    groups.leave(OPS);
    larks.pass(Duration.ofSeconds(16));
    follow();
    assertThat(replica.documents()).isEmpty();
    assertThat(reads("ou_mira", OPS)).isFalse();
    assertThat(onTheDisk()).doesNotContain("pay round");
  }

  @Test
  void who_goes_while_the_members_are_read_is_followed_by_the_next_look() throws Exception {
    String gone = "im.chat.member.user.deleted_v1";
    String group = "{'chat_id':'%s'}".formatted(OPS);
    groups.members(OPS, "ou_mira", "ou_jonas", "ou_lee");
    groups.say(OPS, "ou_mira", "The pay round begins in May.");
    follow();
    groups.members(OPS, "ou_mira", "ou_lee");
    lark.meanwhile.put(
        "GET /open-apis/im/v1/chats/%s/members".formatted(OPS),
        () -> {
          groups.members(OPS, "ou_mira");
          event(gone, group);
        });
    event(gone, group);
    follow();
    assertThat(lark.meanwhile).as("the members were asked for").isEmpty();
    assertThat(reads("ou_jonas", OPS)).isFalse();
    follow();
    assertThat(reads("ou_lee", OPS)).as("went after the members were read").isFalse();
    assertThat(reads("ou_mira", OPS)).isTrue();
  }

  @Test
  void who_opted_out_is_neither_read_nor_kept() throws Exception {
    String root = groups.say(OPS, "ou_mira", "Where does the zebrafinch live?");
    groups.answer(OPS, "ou_jonas", root, "In the aviary behind the lab.");
    larks.optOut(Identity.email("mira@example.org"));
    restart();
    follow();
    assertThat(said()).contains("[message left out]", "aviary").doesNotContain("zebrafinch");
    assertThat(onTheDisk()).contains("aviary").doesNotContain("zebrafinch");
  }

  @Test
  void small_talk_bots_and_what_is_older_than_it_is_kept_are_no_documents() throws Exception {
    groups.say(OPS, "cli_bot", "Build 7 has failed in the night.");
    groups.say(OPS, "ou_mira", "The gate code changes on Monday.");
    restart("keep", "1 year");
    follow();
    assertThat(said()).contains("gate code").doesNotContain("Build 7");
    larks.pass(Duration.ofDays(500));
    follow();
    assertThat(replica.documents()).isEmpty();
    assertThat(onTheDisk()).doesNotContain("gate code");
  }

  @Test
  void a_missing_scope_is_named() {
    lark.refused.put("/open-apis/im/v1/messages", 230027);
    assertThatThrownBy(() -> source.poll(replica.cursor()))
        .isInstanceOf(SourceException.Denied.class)
        .hasMessageContaining("im:message.group_msg");
  }

  @Test
  void the_check_goes_through() throws Exception {
    groups.say(OPS, "ou_mira", "The gate code changes on Monday.");
    List<CheckStep> steps = new ArrayList<>();
    new LarkChatType(larks.clients)
        .check(Larks.chatSettings(lark.url()), larks.context(), steps::add);
    assertThat(steps.toString())
        .contains("It would read 1: Ops", "2 people", "of Mira: The gate code");
  }
}

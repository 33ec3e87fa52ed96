package dev.gill.source.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.model.Audience;
import dev.gill.model.GroupId;
import dev.gill.model.Identity;
import dev.gill.model.PassedOver;
import dev.gill.model.Person;
import dev.gill.model.Scope;
import dev.gill.source.Batch;
import dev.gill.source.Replica;
import dev.gill.source.Source;
import dev.gill.source.SourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class MatrixSourceTest {
  private static final String OPS = "!ops:test";
  private static final String LI = "@li:test";
  private static final String NOOR = "@noor:test";

  @TempDir Path data;
  private Matrices matrices;
  private SmallMatrix server;
  private MatrixSource source;
  private final Replica replica = new Replica();

  @BeforeEach
  void begin() throws IOException {
    matrices = new Matrices(data);
    server = new SmallMatrix();
    server.room(OPS, "ops", LI, NOOR);
    source = source();
  }

  @AfterEach
  void end() {
    source.close();
    server.close();
    matrices.close();
  }

  private MatrixSource source(String... settings) {
    return matrices.source(server.url(), SmallMatrix.TOKEN, settings);
  }

  private void restart(String... settings) {
    source.close();
    source = source(settings);
  }

  private String text(String message) {
    return replica.get(OPS + "/" + message).text();
  }

  private String said() {
    return replica.documents().values().stream()
        .map(Replica.Copy::text)
        .collect(Collectors.joining("\n"));
  }

  private String onDisk() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }

  @Test
  void a_message_has_its_author_time_and_link_and_reads_as_it_was_edited_last() throws Exception {
    String first = server.say(OPS, LI, "Backups are kept for 35 days.");
    replica.follow(source);
    Replica.Copy copy = replica.get(OPS + "/" + first);
    assertThat(copy.author()).isEqualTo("Li");
    assertThat(copy.title()).isEqualTo("ops: Backups are kept for 35 days.");
    assertThat(copy.link())
        .isEqualTo("https://matrix.to/#/%21ops%3Atest/" + first.replace("$", "%24") + "?via=test");

    String edit = server.edit(OPS, LI, first, "Backups are kept for 40 days.");
    server.edit(OPS, NOOR, first, "Backups are never kept.");
    replica.follow(source);
    assertThat(text(first)).isEqualTo("Backups are kept for 40 days.");
    server.edit(OPS, LI, first, "Backups are kept for 42 days.");
    replica.follow(source);
    server.redact(OPS, edit);
    replica.follow(source);
    assertThat(text(first)).isEqualTo("Backups are kept for 42 days.");
  }

  @Test
  void an_edit_that_is_taken_back_leaves_what_was_written_before() throws Exception {
    String first = server.say(OPS, LI, "Backups are kept for 35 days.");
    String edit = server.edit(OPS, LI, first, "Backups are kept for 3 days.");
    replica.follow(source);
    assertThat(text(first)).contains("3 days");

    server.redact(OPS, edit);
    replica.follow(source);

    assertThat(text(first)).isEqualTo("Backups are kept for 35 days.");
    assertRebuilt();
  }

  @Test
  void what_is_redacted_goes_from_the_index_and_from_the_disk() throws Exception {
    String first = server.say(OPS, LI, "The password is swordfish.");
    replica.follow(source);
    assertThat(onDisk()).contains("swordfish");

    server.redact(OPS, first);
    replica.follow(source);

    assertThat(replica.keys()).isEmpty();
    assertThat(onDisk()).doesNotContain("swordfish");
  }

  @Test
  void late_answers_in_a_thread_and_replies_join_what_they_answer() throws Exception {
    String root = server.say(OPS, LI, "How long are backups kept?");
    String other = server.say(OPS, NOOR, "The proxy moves to port 8443.");
    server.pass(Duration.ofDays(60));
    server.say(
        OPS,
        NOOR,
        "42 days since the audit.",
        SmallMatrix.relation(
            "{\"rel_type\":\"m.thread\",\"event_id\":\"%s\",\"is_falling_back\":true,\"m.in_reply_to\":{\"event_id\":\"%s\"}}"
                .formatted(root, other)));
    server.say(
        OPS,
        LI,
        "> <@noor:test> The proxy moves to port 8443.\n\nAnd from 9443 next year.",
        SmallMatrix.relation("{\"m.in_reply_to\":{\"event_id\":\"%s\"}}".formatted(other)));
    replica.follow(source);

    assertThat(text(root)).isEqualTo("How long are backups kept?\n42 days since the audit.");
    assertThat(text(other)).isEqualTo("The proxy moves to port 8443.\nAnd from 9443 next year.");
  }

  @Test
  void what_the_server_leaves_out_is_read_too_with_edits_and_redactions_in_it() throws Exception {
    String old = server.say(OPS, LI, "The old plan is valid.");
    String secret = server.say(OPS, LI, "The key is swordfish.");
    replica.follow(source);
    server.timeline = 2;
    server.page = 2;
    server.edit(OPS, LI, old, "The new plan is valid.");
    server.redact(OPS, secret);
    String edited = server.say(OPS, NOOR, "Port 8443.");
    for (int i = 0; i < 9; i++) {
      server.pass(Duration.ofDays(1));
      server.say(OPS, NOOR, "Decision number " + i);
    }
    server.edit(OPS, NOOR, edited, "Port 9443.");

    replica.follow(source);

    assertThat(said())
        .contains("The new plan", "Port 9443.", "Decision number 0", "Decision number 8")
        .doesNotContain("swordfish", "old plan", "8443");
    assertRebuilt();
  }

  @Test
  void a_long_history_is_read_piece_by_piece_and_goes_on_where_it_was_cut() throws Exception {
    server.timeline = 1;
    server.page = 2;
    for (int i = 0; i < 50; i++) {
      server.pass(Duration.ofDays(1));
      server.say(OPS, LI, "Decision number " + i);
    }
    Batch first = replica.page(source);
    assertThat(first.more()).isTrue();
    assertThat(first.changes()).isEmpty();
    restart();
    server.asked("");
    replica.follow(source);

    assertThat(replica.keys()).hasSize(50);
    assertThat(server.asked("messages")).isLessThan(20);
    assertRebuilt();
  }

  @Test
  void a_second_index_beside_the_one_in_use_asks_for_no_message_again() throws Exception {
    for (int i = 0; i < 20; i++) {
      server.pass(Duration.ofDays(1));
      server.say(OPS, LI, "Decision number " + i);
    }
    replica.follow(source);
    server.asked("");

    Replica second = new Replica();
    try (Source beside = source()) {
      second.follow(beside);
    }

    assertThat(second.documents()).isEqualTo(replica.documents());
    assertThat(server.calls).containsExactly("account/whoami", "sync");
    server.say(OPS, LI, "One more decision was taken.");
    replica.follow(source);
    assertThat(said()).contains("One more decision");
  }

  @Test
  void a_room_answers_those_who_are_in_it_as_they_come_and_go() throws Exception {
    server.say(OPS, LI, "Backups are kept for 42 days.");
    Batch first = replica.page(source);
    GroupId members = new GroupId("team", OPS);
    assertThat(first.rights().audiences())
        .containsEntry(new Scope(source.id(), OPS), new Audience.AnyOf(Set.of(members)));
    assertThat(first.rights().members().get(members))
        .containsExactlyInAnyOrder(person(LI), person(NOOR), person(SmallMatrix.GILL));

    server.member(OPS, NOOR, "leave");
    server.member(OPS, "@bo:test", "join");
    Batch next = replica.page(source);

    assertThat(next.changes()).isEmpty();
    assertThat(next.rights().members().get(members))
        .containsExactlyInAnyOrder(person(LI), person("@bo:test"), person(SmallMatrix.GILL));
  }

  private static Person person(String account) {
    return Person.of(new Identity("team", account));
  }

  @Test
  void a_room_that_gill_is_removed_from_stops_answering_and_is_not_kept() throws Exception {
    server.say(OPS, LI, "Backups are kept for 42 days.");
    replica.follow(source);
    server.member(OPS, SmallMatrix.GILL, "leave");
    Batch batch = replica.page(source);

    assertThat(replica.keys()).isEmpty();
    assertThat(batch.rights().audiences())
        .containsEntry(new Scope(source.id(), OPS), new Audience.Nobody());
    assertThat(onDisk()).doesNotContain("42 days");

    server.member(OPS, SmallMatrix.GILL, "join");
    Batch again = replica.page(source);
    assertThat(said()).contains("42 days");
    assertThat(again.rights().audiences().get(new Scope(source.id(), OPS)))
        .isInstanceOf(Audience.AnyOf.class);
  }

  @Test
  void who_is_taken_out_during_the_first_pass_and_let_in_again_reads_all_of_it() throws Exception {
    server.timeline = 1;
    server.page = 2;
    server.tellsWhatWas = false;
    for (int i = 0; i < 9; i++) {
      server.pass(Duration.ofDays(1));
      server.say(OPS, LI, "Decision number " + i);
    }
    server.beforeMessages(() -> server.member(OPS, SmallMatrix.GILL, "leave"));
    replica.page(source);
    server.member(OPS, SmallMatrix.GILL, "join");
    replica.follow(source);

    assertThat(replica.keys()).hasSize(9);
    assertRebuilt();
  }

  @Test
  void what_was_taken_back_while_gill_was_out_of_the_room_goes() throws Exception {
    String secret = server.say(OPS, LI, "The vault opens with 1234.");
    server.say(OPS, NOOR, "Backups are kept for 42 days.");
    replica.follow(source);
    server.member(OPS, SmallMatrix.GILL, "leave");
    server.redactUnseen(secret);
    server.member(OPS, SmallMatrix.GILL, "join");
    replica.follow(source);

    assertThat(said()).contains("42 days").doesNotContain("vault");
    assertRebuilt();
  }

  @Test
  void a_room_that_was_left_goes_from_the_index_though_nothing_is_known_of_it_any_more()
      throws Exception {
    server.say(OPS, LI, "Backups are kept for 42 days.");
    replica.follow(source);
    server.member(OPS, SmallMatrix.GILL, "leave");

    try (Matrices elsewhere = new Matrices(data.resolve("elsewhere"));
        Source fresh = elsewhere.source(server.url(), SmallMatrix.TOKEN)) {
      Batch batch = replica.page(fresh);
      assertThat(replica.keys()).isEmpty();
      assertThat(batch.rights().audiences())
          .containsEntry(new Scope(source.id(), OPS), new Audience.Nobody());
    }
  }

  @Test
  void what_two_say_alone_is_read_only_where_that_is_switched_on() throws Exception {
    server.room("!two:test", "", LI);
    server.say("!two:test", LI, "Between us, the merger is on.");
    server.room("!marked:test", "Li and Gill", LI);
    server.say("!marked:test", LI, "Marked as direct, the merger is on.");
    server.markDirect(LI, "!marked:test");
    replica.follow(source);
    assertThat(said()).isEmpty();
    assertThat(onDisk()).doesNotContain("merger");

    restart("direct", "true");
    replica.follow(source);
    assertThat(said()).contains("Between us", "Marked as direct");

    restart();
    replica.follow(source);
    assertThat(said()).isEmpty();
    assertThat(onDisk()).doesNotContain("merger");
  }

  @Test
  void an_encrypted_room_is_named_with_the_reason_to_those_who_are_in_it() throws Exception {
    server.say(OPS, LI, "Backups are kept for 42 days.");
    server.state(OPS, "m.room.encryption", "", "algorithm", "m.megolm.v1.aes-sha2");
    replica.follow(source);

    PassedOver encrypted = source.passedOver().getFirst();
    assertThat(encrypted.reason()).isEqualTo(PassedOver.Reason.ENCRYPTED);
    assertThat(encrypted.scope()).isEqualTo(new Scope(source.id(), OPS));
    assertThat(encrypted.first().getFirst().why()).contains("encrypted").contains("cannot be read");
    assertThat(said()).contains("42 days");
  }

  @Test
  void a_room_that_hides_its_history_from_newcomers_is_named_and_not_kept() throws Exception {
    server.say(OPS, LI, "Backups are kept for 42 days.");
    replica.follow(source);
    assertThat(said()).contains("42 days");

    server.state(OPS, "m.room.history_visibility", "", "history_visibility", "joined");
    replica.follow(source);
    assertThat(replica.documents()).isEmpty();
    assertThat(onDisk()).doesNotContain("42 days");
    PassedOver left = source.passedOver().getFirst();
    assertThat(left.reason()).isEqualTo(PassedOver.Reason.RESTRICTED);
    assertThat(left.scope()).isEqualTo(new Scope(source.id(), OPS));

    restart("newcomers", "true");
    replica.follow(source);
    assertThat(said()).contains("42 days");
    assertThat(source.passedOver()).isEmpty();
  }

  @Test
  void open_rooms_are_for_their_members_unless_others_are_named() throws Exception {
    server.state(OPS, "m.room.history_visibility", "", "history_visibility", "world_readable");
    Scope ops = new Scope(source.id(), OPS);
    assertThat(replica.page(source).rights().audiences().get(ops))
        .isInstanceOf(Audience.AnyOf.class);

    restart("open-rooms", "everyone");
    assertThat(replica.page(source).rights().audiences())
        .containsEntry(ops, new Audience.Everyone());
    restart("open-rooms", "staff");
    assertThat(replica.page(source).rights().audiences().get(ops).toString())
        .isEqualTo("staff,team:" + OPS);
  }

  @Test
  void rooms_are_chosen_by_name_and_a_new_choice_reads_what_was_said_before() throws Exception {
    server.room("!hr:test", "hr", LI, NOOR);
    server.say("!hr:test", LI, "Bonuses are paid in May.");
    server.say(OPS, LI, "Backups are kept for 42 days.");
    restart("exclude", "h*");
    replica.follow(source);
    assertThat(said()).isEqualTo("Backups are kept for 42 days.");
    assertThat(onDisk()).doesNotContain("Bonuses");

    restart("include", "hr");
    replica.follow(source);
    assertThat(said()).isEqualTo("Bonuses are paid in May.");
  }

  @Test
  void who_opted_out_is_neither_read_nor_kept() throws Exception {
    matrices.optedOut = Set.of(new Identity("team", LI));
    restart();
    String first = server.say(OPS, LI, "I am leaving in May.");
    server.edit(OPS, LI, first, "I am leaving in June.");
    server.edit(OPS, LI, "$unknown", "I am leaving in July.");
    server.say(
        OPS,
        NOOR,
        "Then the runbook needs a new owner.",
        SmallMatrix.relation("{\"m.in_reply_to\":{\"event_id\":\"%s\"}}".formatted(first)));
    replica.follow(source);

    assertThat(text(first)).isEqualTo("[message left out]\nThen the runbook needs a new owner.");
    assertThat(onDisk()).doesNotContain("leaving");
  }

  @Test
  void somebody_who_takes_another_name_or_leaves_stays_credited() throws Exception {
    String first = server.say(OPS, LI, "Backups are kept for 42 days.");
    replica.follow(source);
    server.state(OPS, "m.room.member", LI, "membership", "join", "displayname", "Li Na (on leave)");
    replica.follow(source);

    assertThat(replica.get(OPS + "/" + first).author()).isEqualTo("Li Na (on leave)");
    assertRebuilt();
  }

  @Test
  void a_message_wakes_who_waits_at_once() throws Exception {
    CountDownLatch woken = new CountDownLatch(1);
    source.onSignal(woken::countDown);
    replica.follow(source);
    assertThat(woken.getCount()).isEqualTo(1);

    server.say(OPS, LI, "Backups are kept for 42 days.");

    assertThat(woken.await(20, TimeUnit.SECONDS)).isTrue();
    replica.follow(source);
    assertThat(said()).contains("42 days");
  }

  @Test
  void a_token_that_is_not_accepted_is_an_error_that_says_what_to_do() {
    try (Source wrong = matrices.source(server.url(), "syt_wrong")) {
      assertThatThrownBy(() -> wrong.poll(replica.cursor()))
          .isInstanceOf(SourceException.Denied.class)
          .hasMessageContaining("gill.sources.team.token")
          .hasMessageNotContaining("syt_wrong");
    }
  }

  /** What is there equals what somebody gets who has no archive. */
  private void assertRebuilt() throws Exception {
    Replica rebuilt = new Replica();
    try (Matrices elsewhere = new Matrices(data.resolve("elsewhere"));
        Source fresh = elsewhere.source(server.url(), SmallMatrix.TOKEN)) {
      rebuilt.follow(fresh);
    }
    assertThat(replica.documents()).isEqualTo(rebuilt.documents());
  }
}

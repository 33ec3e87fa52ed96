package dev.gill.source.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.lab.servers.Real;
import dev.gill.lab.servers.RealSynapse;
import dev.gill.lab.servers.RealSynapse.Account;
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
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A team's life with a real Synapse; the copy equals what a fresh start reads after each step. */
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RealMatrixTest {
  @TempDir static Path temporary;
  private static RealSynapse server;
  private static Matrices matrices;
  private static Account mira;
  private static Account noor;
  private static Account gill;
  private static String ops;
  private static int rebuilds;
  private static final Replica REPLICA = new Replica();
  private Source source;

  @BeforeAll
  static void start() throws Exception {
    server = Real.orSkip(RealSynapse::start);
    matrices = new Matrices(temporary.resolve("gill"));
    mira = server.register("mira");
    noor = server.register("noor");
    gill = server.register("gill");
    ops = server.room(mira, Map.of("name", "ops", "preset", "private_chat"), noor, gill);
  }

  @AfterAll
  static void stop() throws Exception {
    if (server != null) {
      matrices.close();
      server.close();
    }
  }

  @AfterEach
  void closeSource() {
    if (source != null) {
      source.close();
    }
  }

  private void open(String... settings) throws Exception {
    source = matrices.source(server.url(), gill.token(), settings);
    REPLICA.follow(source);
  }

  private void look(String... settings) throws Exception {
    REPLICA.follow(source);
    Replica rebuilt = new Replica();
    try (Matrices elsewhere = new Matrices(temporary.resolve("fresh" + ++rebuilds));
        Source fresh = elsewhere.source(server.url(), gill.token(), settings)) {
      rebuilt.follow(fresh);
    }
    assertThat(REPLICA.documents()).isEqualTo(rebuilt.documents());
  }

  private static String said() {
    return REPLICA.documents().values().stream()
        .map(Replica.Copy::text)
        .collect(Collectors.joining("\n"));
  }

  @Test
  @Order(1)
  void messages_edits_redactions_threads_and_replies_are_followed() throws Exception {
    open();
    String root = server.say(mira, ops, "How long are the backups kept?", Map.of());
    String wrong = server.say(mira, ops, "The proxy listens on 8443.", Map.of());
    String secret = server.say(noor, ops, "The password is swordfish.", Map.of());
    look();
    assertThat(said()).contains("backups", "8443", "swordfish");

    String edit = server.edit(mira, ops, wrong, "The proxy listens on 9443.");
    server.edit(noor, ops, wrong, "The proxy listens nowhere.");
    server.redact(noor, ops, secret);
    server.say(
        noor,
        ops,
        "42 days since the audit.",
        Map.of("m.relates_to", Map.of("rel_type", "m.thread", "event_id", root)));
    look();
    assertThat(said()).contains("9443").doesNotContain("8443", "nowhere", "swordfish");
    assertThat(REPLICA.get(ops + "/" + root).text()).contains("42 days since the audit.");
    assertThat(REPLICA.get(ops + "/" + root).author()).isEqualTo("mira");

    server.redact(mira, ops, edit);
    look();
    assertThat(said()).contains("8443").doesNotContain("9443");
  }

  @Test
  @Order(2)
  void more_than_an_answer_holds_is_read_back_with_what_was_edited_in_it() throws Exception {
    open();
    String first = server.say(mira, ops, "Decision zero was taken.", Map.of());
    for (int i = 1; i <= 120; i++) {
      server.say(
          i % 2 == 0 ? mira : noor, ops, "Decision number %d was taken.".formatted(i), Map.of());
    }
    server.edit(mira, ops, first, "Decision zero was withdrawn.");
    look();
    assertThat(said())
        .contains("Decision number 1 was", "Decision number 120 was", "zero was withdrawn")
        .doesNotContain("zero was taken");
  }

  @Test
  @Order(3)
  void members_come_and_go_and_a_message_wakes_who_waits() throws Exception {
    open();
    CountDownLatch woken = new CountDownLatch(1);
    source.onSignal(woken::countDown);
    REPLICA.follow(source);
    server.ask(noor, "POST", RealSynapse.in(ops, "leave"), Map.of());
    assertThat(woken.await(30, TimeUnit.SECONDS)).isTrue();
    Batch batch = REPLICA.page(source);
    assertThat(batch.rights().members().get(new GroupId("team", ops)))
        .containsExactlyInAnyOrder(person(mira), person(gill));
    look();
    server.join(mira, ops, noor);
    assertThat(REPLICA.page(source).rights().members().get(new GroupId("team", ops)))
        .contains(person(noor));
    look();
  }

  private static Person person(Account account) {
    return Person.of(new Identity("team", account.id()));
  }

  @Test
  @Order(4)
  void a_kick_takes_the_room_away_and_an_invitation_brings_it_back() throws Exception {
    open();
    String hr = server.room(mira, Map.of("name", "hr", "preset", "private_chat"), gill);
    server.say(mira, hr, "Bonuses are paid in May.", Map.of());
    look();
    assertThat(said()).contains("Bonuses");
    server.ask(mira, "POST", RealSynapse.in(hr, "kick"), Map.of("user_id", gill.id()));
    Batch batch = REPLICA.page(source);
    assertThat(batch.rights().audiences())
        .containsEntry(new Scope(source.id(), hr), new Audience.Nobody());
    assertThat(said()).doesNotContain("Bonuses");
    look();
    server.say(mira, hr, "Bonuses are paid in June now.", Map.of());
    server.join(mira, hr, gill);
    look();
    assertThat(said()).contains("in May", "in June");
  }

  @Test
  @Order(5)
  void direct_chats_wait_for_a_switch_and_encrypted_rooms_are_named() throws Exception {
    String two =
        server.room(
            noor,
            Map.of(
                "is_direct", true, "preset", "trusted_private_chat", "invite", List.of(gill.id())));
    server.ask(gill, "POST", RealSynapse.in(two, "join"), Map.of());
    server.say(noor, two, "Between us, the merger is on.", Map.of());
    String closed = server.room(mira, Map.of("name", "closed"), noor, gill);
    server.ask(
        mira,
        "PUT",
        RealSynapse.in(closed, "state/m.room.encryption"),
        Map.of("algorithm", "m.megolm.v1.aes-sha2"));
    open();
    look();
    assertThat(said()).doesNotContain("merger");
    assertThat(source.passedOver().stream().map(PassedOver::reason))
        .containsExactly(PassedOver.Reason.ENCRYPTED);
    source.close();
    open("direct", "true");
    look("direct", "true");
    assertThat(said()).contains("merger");
    source.close();
    open();
    look();
    assertThat(said()).doesNotContain("merger");
  }

  @Test
  @Order(6)
  void a_killed_server_is_an_error_that_deletes_nothing_and_is_caught_up_with() throws Exception {
    open();
    int known = REPLICA.keys().size();
    server.kill();
    assertThatThrownBy(() -> source.poll(REPLICA.cursor())).isInstanceOf(SourceException.class);
    assertThat(REPLICA.keys()).hasSize(known);
    server.up();
    server.say(mira, ops, "The server is back since noon.", Map.of());
    look();
    assertThat(said()).contains("back since noon");
  }
}

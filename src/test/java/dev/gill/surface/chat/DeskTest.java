package dev.gill.surface.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.gill.langchain4j.ScriptedServer;
import dev.gill.ledger.AskedOn;
import dev.gill.ledger.FeedbackBox;
import dev.gill.model.Audience;
import dev.gill.model.Identity;
import dev.gill.surface.SmallTeam;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeskTest {
  private static final Identity MIRA = Identity.email("mira@example.org");
  private static final Identity JONAS = Identity.email("jonas@example.org");
  private static final String QUESTION = "How often are the staging certificates rotated?";

  /** Nothing in it says what it is about. */
  private static final String FOLLOW_UP = "And who does it?";

  private static final String PAY = "When does the pay round begin?";

  private final ChatHouse house = new ChatHouse();
  private final SmallChat chat = new SmallChat();
  private final Desk desk = house.desk(AskedOn.SLACK, chat, chat);
  private final Spot ops = new Spot("ops", Optional.of("t1"), Optional.empty());
  private final Spot alone = new Spot("ops", Optional.empty(), Optional.of("url"));

  @BeforeEach
  void begin() {
    chat.person("mira", "en-GB", MIRA, new Identity("wiki", "Mira"));
    chat.person("jonas", "zh-CN", JONAS);
    chat.person("guest", "");
    chat.program("bot");
    chat.channel("ops", "mira", "jonas", "bot");
    house.member(MIRA, "leads");
    house.put(
        "wiki:certificates",
        "Certificates",
        "Mira",
        3,
        new Audience.Everyone(),
        """
        # Certificates

        The staging certificates are rotated every 30 days.

        The production certificates are rotated every 90 days.
        """);
    house.put(
        "wiki:pay",
        "Pay round",
        "Lena",
        400,
        Audience.of("leads"),
        "# Pay round\n\nThe pay round begins on the first Monday of May.\n");
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void an_answer_says_where_it_stands_who_wrote_it_and_how_long_ago() throws Exception {
    desk.aside("mira", alone, QUESTION, true);

    SmallChat.Said said = chat.last();
    assertThat(said.to()).containsExactly("mira");
    assertThat(said.aloud()).isFalse();
    assertThat(said.words())
        .contains(
            "every 30 days",
            "https://wiki.example.org/Certificates",
            "https://gill.example.com/documents/wiki:certificates?revision=",
            "Mira · edited 3 days ago",
            "As of 20 Nov 2026, 09:00 UTC");
    assertThat(said.button(Action.SHARE)).isPresent();
  }

  @Test
  void texts_are_in_the_language_that_somebody_uses_the_chat_in() throws Exception {
    desk.aside("jonas", alone, QUESTION, true);

    assertThat(chat.last().words()).contains("every 30 days", "3 天前编辑", "在此分享");
  }

  @Test
  void in_a_channel_only_what_all_may_read_answers() throws Exception {
    desk.aloud("mira", ops, PAY, false);

    assertThat(chat.said).hasSize(2);
    SmallChat.Said aloud = chat.said.getFirst();
    assertThat(aloud.aloud()).isTrue();
    assertThat(aloud.words())
        .contains("everybody here may read")
        .doesNotContain("Monday", "Pay round");
    SmallChat.Said own = chat.last();
    assertThat(own.to()).containsExactly("mira");
    assertThat(own.words())
        .contains("You may read more than everybody here", "first Monday of May");
    assertThat(own.button(Action.SHARE)).isPresent();

    chat.said.clear();
    desk.aloud("jonas", ops, PAY, false);
    assertThat(chat.said).as("who may read no more gets no second answer").hasSize(1);
  }

  @Test
  void who_is_not_known_for_certain_narrows_a_channel_to_what_everyone_reads() throws Exception {
    chat.channel("leads", "mira", "guest");
    desk.aloud("mira", new Spot("leads", Optional.of("t"), Optional.empty()), PAY, false);
    assertThat(chat.said.getFirst().words()).doesNotContain("Monday");

    chat.said.clear();
    chat.channel("leads", "mira", "bot");
    desk.aloud("mira", new Spot("leads", Optional.of("t"), Optional.empty()), PAY, false);
    assertThat(chat.said.getFirst().words()).as("a program counts for nothing").contains("Monday");

    chat.said.clear();
    desk.aloud("mira", new Spot("nowhere", Optional.of("t"), Optional.empty()), PAY, false);
    assertThat(chat.said.getFirst().words())
        .as("nobody says who is there")
        .doesNotContain("Monday");
  }

  @Test
  void sharing_says_who_would_see_what_and_looks_again() throws Exception {
    desk.aside("mira", alone, PAY, true);
    String answer = chat.last().button(Action.SHARE).orElseThrow();
    chat.said.clear();

    desk.pressed(new Press("mira", alone, Action.SHARE, answer));
    assertThat(chat.said).hasSize(1);
    assertThat(chat.last().to()).containsExactly("mira");
    assertThat(chat.last().words()).contains("Not everybody here may read", "Pay round", "jonas");

    chat.channels.get("ops").add("guest");
    desk.pressed(new Press("mira", alone, Action.SHARE_ANYWAY, answer));
    assertThat(chat.said).noneMatch(SmallChat.Said::aloud);
    assertThat(chat.last().words()).as("somebody came in").contains("guest", "jonas");

    desk.pressed(new Press("mira", alone, Action.SHARE_ANYWAY, answer));
    SmallChat.Said aloud =
        chat.said.stream().filter(SmallChat.Said::aloud).findFirst().orElseThrow();
    assertThat(aloud.words()).contains("first Monday of May", "mira");
  }

  @Test
  void what_all_may_read_is_shared_at_once_and_what_changed_is_not() throws Exception {
    desk.aside("jonas", alone, QUESTION, true);
    String answer = chat.last().button(Action.SHARE).orElseThrow();
    desk.pressed(new Press("mira", alone, Action.SHARE, answer));
    assertThat(chat.said).as("it is not hers").noneMatch(SmallChat.Said::aloud);

    desk.pressed(new Press("jonas", alone, Action.SHARE, answer));
    assertThat(chat.said).anyMatch(SmallChat.Said::aloud);

    chat.said.clear();
    desk.aside("jonas", alone, QUESTION, true);
    String other = chat.last().button(Action.SHARE).orElseThrow();
    house.put(
        "wiki:certificates",
        "Certificates",
        "Mira",
        0,
        Audience.of("leads"),
        "# Certificates\n\nNow they are for leads.\n");
    desk.pressed(new Press("jonas", alone, Action.SHARE, other));
    assertThat(chat.said).noneMatch(SmallChat.Said::aloud);
    assertThat(chat.last().words()).contains("您已无权阅读");
  }

  @Test
  void a_follow_up_knows_its_thread_whoever_asks() throws Exception {
    desk.aloud("mira", ops, QUESTION, false);
    desk.aloud("jonas", ops, FOLLOW_UP, true);

    assertThat(chat.last().words()).contains("staging certificates are rotated");

    desk.aloud("jonas", new Spot("ops", Optional.of("t2"), Optional.empty()), FOLLOW_UP, true);
    assertThat(chat.last().words()).as("another thread knows nothing").doesNotContain("Quoted[");
  }

  @Test
  void a_model_words_a_follow_up_and_if_it_fails_the_thread_does() throws Exception {
    String alone = "Who rotates the staging certificates?";
    try (ScriptedServer server =
        new ScriptedServer(ScriptedServer.conversing(alone, "NOT FOUND"))) {
      house.model.set(server.address());
      desk.aloud("mira", ops, QUESTION, false);
      desk.aloud("mira", ops, FOLLOW_UP, true);
      assertThat(chat.last().words()).contains("as: " + alone);
      assertThat(house.trail.asked.getLast().text()).isEqualTo(alone);

      server.now(ScriptedServer.sending(500, ""));
      Spot other = new Spot("ops", Optional.of("t2"), Optional.empty());
      desk.aloud("mira", other, QUESTION, false);
      desk.aloud("mira", other, "And who does that?", true);
      assertThat(chat.last().words())
          .contains("staging certificates are rotated")
          .doesNotContain("as: ");
    }
  }

  @Test
  void what_a_model_says_is_seen_while_it_writes_and_nothing_that_is_wrong() throws Exception {
    CountDownLatch seen = new CountDownLatch(1);
    chat.heard = seen::countDown;
    String right = "The staging certificates are rotated every 30 days.";
    try (ScriptedServer server =
        new ScriptedServer(
            ScriptedServer.writing(
                pen -> {
                  house.pass(Duration.ofSeconds(2));
                  pen.say("The staging certificates are rotated every 90 days.\n" + right + "\n");
                  seen.await();
                  pen.say("The production certificates are rotated every 90 days.\n");
                  pen.end("stop");
                }))) {
      house.model.set(server.address());
      desk.aloud("mira", ops, QUESTION, false);
    }
    assertThat(chat.said).hasSize(2);
    assertThat(chat.said.getFirst().card().summary()).isEqualTo(right);
    assertThat(chat.said.getFirst().words()).contains("Still being written");
    assertThat(chat.revised).as("in its place, and less than a second apart").containsExactly("m0");
    assertThat(chat.last().words())
        .contains(right, "The production certificates")
        .doesNotContain("Still being written");
  }

  @Test
  void quotes_take_the_place_of_what_is_cut_off() throws Exception {
    CountDownLatch seen = new CountDownLatch(1);
    chat.heard = seen::countDown;
    try (ScriptedServer server =
        new ScriptedServer(
            ScriptedServer.writing(
                pen -> {
                  house.pass(Duration.ofSeconds(2));
                  pen.say("The production certificates are rotated every 90 days.\nThe");
                  seen.await();
                }))) {
      house.model.set(server.address());
      desk.direct("mira", ops, QUESTION);
    }
    assertThat(chat.revised).containsExactly("m0");
    assertThat(chat.last().words()).contains("every 30 days", "answer was cut off");
  }

  @Test
  void a_shared_answer_begins_a_thread_and_one_of_ones_own_does_not() throws Exception {
    desk.aside("mira", alone, QUESTION, true);
    String answer = chat.last().button(Action.SHARE).orElseThrow();
    Spot there = new Spot("ops", Optional.of("m0"), Optional.empty());
    desk.aloud("jonas", there, FOLLOW_UP, true);
    assertThat(chat.last().words()).doesNotContain("Quoted[");

    desk.pressed(new Press("mira", alone, Action.SHARE, answer));
    String posted = "m" + (chat.said.stream().filter(SmallChat.Said::aloud).count() - 1);
    Spot thread = new Spot("ops", Optional.of(posted), Optional.empty());
    desk.aloud("jonas", thread, FOLLOW_UP, true);
    assertThat(chat.last().words()).contains("Quoted[");
  }

  @Test
  void outdated_reaches_the_last_author_once_a_day_and_not_if_muted() throws Exception {
    desk.aside("jonas", alone, QUESTION, true);
    String answer = chat.last().button(Action.OUTDATED).orElseThrow();
    chat.said.clear();

    desk.pressed(new Press("jonas", alone, Action.OUTDATED, answer));
    SmallChat.Said notice =
        chat.said.stream().filter(said -> said.to().contains("mira")).findFirst().orElseThrow();
    assertThat(notice.words())
        .contains("finds outdated what you wrote last: Certificates", "every 30 days", QUESTION);
    assertThat(chat.last().words()).contains("已收到您的反馈");

    chat.said.clear();
    again("jonas");
    assertThat(chat.said).noneMatch(said -> said.to().contains("mira"));

    house.pass(Duration.ofHours(25));
    chat.said.clear();
    again("jonas");
    assertThat(chat.said).anyMatch(said -> said.to().contains("mira"));

    desk.pressed(new Press("mira", alone, Action.MUTE, "all"));
    String all = chat.last().button(Action.UNMUTE).orElseThrow();
    house.pass(Duration.ofHours(25));
    chat.said.clear();
    again("jonas");
    assertThat(chat.said).noneMatch(said -> said.to().contains("mira"));
    assertThat(desk.home("mira").toString()).contains("Send them again");

    desk.pressed(new Press("mira", alone, Action.UNMUTE, all));
    house.pass(Duration.ofHours(25));
    again("jonas");
    assertThat(chat.said).anyMatch(said -> said.to().contains("mira"));
  }

  private void again(String who) throws Exception {
    desk.aside(who, alone, QUESTION, true);
    String answer = chat.last().button(Action.OUTDATED).orElseThrow();
    chat.said.clear();
    desk.pressed(new Press(who, alone, Action.OUTDATED, answer));
  }

  @Test
  void an_author_who_is_known_by_name_alone_is_not_written_to() throws Exception {
    desk.aside("mira", alone, PAY, true);
    String answer = chat.last().button(Action.OUTDATED).orElseThrow();
    chat.person("lena", "en", Identity.email("lena@example.org"));
    chat.said.clear();

    desk.pressed(new Press("mira", alone, Action.OUTDATED, answer));
    assertThat(chat.said).noneMatch(said -> said.to().contains("lena"));
    assertThat(chat.last().words()).contains("nobody was told");
  }

  @Test
  void what_is_said_of_an_answer_is_kept_once_for_each() throws Exception {
    desk.aside("mira", alone, PAY, true);
    String answer = chat.last().button(Action.HELPFUL).orElseThrow();
    desk.pressed(new Press("mira", alone, Action.HELPFUL, answer));
    desk.pressed(new Press("mira", alone, Action.HELPFUL, answer));
    desk.pressed(new Press("mira", alone, Action.UNHELPFUL, answer));

    assertThat(chat.last().words()).contains("What is wrong with it?", "Something is missing");
    FeedbackBox kept = FeedbackBox.in(house.data, false);
    assertThat(kept.read()).extracting("helpful").containsExactly(true, false);

    desk.pressed(new Press("mira", alone, Action.WRONG, answer));
    assertThat(house.trail.said.get("entry1"))
        .extracting("helpful", "reason")
        .containsExactly(tuple(true, ""), tuple(false, ""), tuple(false, "It is wrong"));
  }

  @Test
  void the_trail_says_who_asked_in_a_channel() throws Exception {
    desk.aloud("jonas", ops, PAY, false);

    assertThat(house.trail.asked.getFirst().reader().identities()).containsExactly(JONAS);
  }

  @Test
  void home_shows_what_was_asked_and_what_has_changed_since() throws Exception {
    assertThat(desk.home("mira").toString()).contains("Nothing since Gill started");
    desk.aside("mira", alone, QUESTION, true);
    assertThat(desk.home("mira").toString()).contains(QUESTION).doesNotContain("changed since");

    house.put(
        "wiki:certificates",
        "Certificates",
        "Mira",
        0,
        new Audience.Everyone(),
        "# Certificates\n\nThe staging certificates are rotated every 14 days.\n");
    assertThat(desk.home("mira").toString()).contains("changed since");
    assertThat(desk.home("jonas").toString()).doesNotContain(QUESTION);

    house.remove("wiki:certificates");
    assertThat(desk.home("mira").toString())
        .contains("What answered it is gone")
        .doesNotContain("changed since");
  }

  @Test
  void a_source_that_stands_still_is_named_to_those_alone_who_may_read_it() throws Exception {
    house.sources.statuses.add(SmallTeam.standing(SmallTeam.status("wiki")));
    house.sources.statuses.add(SmallTeam.standing(SmallTeam.status("board")));
    house.put("board:bands", "Bands", "", 3, Audience.of("leads"), "# Bands\n\nA band is wide.\n");

    desk.aside("mira", alone, "What does the lighthouse cost?", true);
    assertThat(chat.last().words()).contains("wiki has stood still", "board has stood still");
    desk.aside("guest", alone, "What does the lighthouse cost?", true);
    assertThat(chat.last().words()).contains("wiki has stood still").doesNotContain("board");
  }

  @Test
  void nothing_to_ask_gets_help_and_too_much_a_sentence() throws Exception {
    desk.aside("mira", alone, " ", true);
    assertThat(chat.last().words()).contains("/gill");
    desk.aloud("mira", ops, "x".repeat(2_001), false);
    assertThat(chat.last().words()).contains("2,001");
    assertThat(chat.last().aloud()).isFalse();
  }
}

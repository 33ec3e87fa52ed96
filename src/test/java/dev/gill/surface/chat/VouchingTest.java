package dev.gill.surface.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.ledger.AskedOn;
import dev.gill.model.Audience;
import dev.gill.model.Dated;
import dev.gill.model.DocId;
import dev.gill.model.Identity;
import dev.gill.model.Origin;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What nobody could answer leads whoever may answer it to where they do. */
class VouchingTest {
  private static final String UNKNOWN = "How tall is the lighthouse?";
  private static final Identity MIRA = Identity.email("mira@example.org");

  private final ChatHouse house = new ChatHouse();
  private final SmallChat chat = new SmallChat();
  private final Desk desk = house.desk(AskedOn.SLACK, chat, chat);
  private final Spot ops = new Spot("ops", Optional.of("t1"), Optional.empty());
  private final Spot alone = new Spot("ops", Optional.empty(), Optional.of("url"));

  @BeforeEach
  void begin() {
    chat.person("mira", "en", MIRA);
    chat.person("jonas", "en", Identity.email("jonas@example.org"));
    chat.channel("ops", "mira", "jonas");
    house.answers.on = true;
    house.answers.verifiers = List.of(MIRA);
    house.put(
        "wiki:pay",
        "Pay round",
        "Lena",
        400,
        new Audience.Everyone(),
        "# Pay round\n\nThe pay round begins on the first Monday of May.\n");
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void in_public_everybody_sees_the_button_and_it_leads_only_those_who_may() throws Exception {
    desk.aloud("jonas", ops, UNKNOWN, false);
    String button = chat.last().button(Action.WRITE).orElseThrow();

    desk.pressed(new Press("jonas", ops, Action.WRITE, button));
    assertThat(chat.last().words()).contains("Only the verifiers").doesNotContain("/verified/new");

    desk.pressed(new Press("mira", ops, Action.WRITE, button));
    assertThat(chat.last().to()).containsExactly("mira");
    assertThat(chat.last().words())
        .contains(
            "https://gill.example.com/verified/new?question=How%20tall%20is%20the%20lighthouse%3F");
  }

  @Test
  void an_answer_that_somebody_vouches_for_says_who_and_since_when() throws Exception {
    house.shelf.put(
        DocId.parse("answers:lighthouse"),
        "1",
        new Origin(
            "",
            "How tall is the lighthouse?",
            "Anna",
            house.now().minus(Duration.ofDays(3)),
            Dated.VERIFIED),
        new Audience.Everyone(),
        "# How tall is the lighthouse?\n\nThe lighthouse is 40 metres tall.\n");
    desk.aloud("jonas", ops, UNKNOWN, false);
    assertThat(chat.last().words())
        .contains("40 metres", "verified by Anna on 17 Nov 2026")
        .doesNotContain("edited 3 days ago");
  }

  @Test
  void alone_only_those_who_may_see_it() throws Exception {
    desk.aside("jonas", alone, UNKNOWN, true);
    assertThat(chat.last().button(Action.WRITE)).isEmpty();

    desk.aside("mira", alone, UNKNOWN, true);
    assertThat(chat.last().button(Action.WRITE)).isPresent();

    house.answers.on = false;
    desk.aside("mira", alone, UNKNOWN, true);
    assertThat(chat.last().button(Action.WRITE)).isEmpty();
  }

  @Test
  void an_answer_that_is_of_no_help_can_be_corrected_from_what_it_quoted() throws Exception {
    desk.aside("jonas", alone, "When does the pay round begin?", true);
    String answer = chat.last().button(Action.UNHELPFUL).orElseThrow();
    desk.pressed(new Press("jonas", alone, Action.UNHELPFUL, answer));
    assertThat(chat.last().button(Action.WRITE)).isEmpty();

    desk.pressed(new Press("mira", alone, Action.UNHELPFUL, answer));
    String write = chat.last().button(Action.WRITE).orElseThrow();
    desk.pressed(new Press("mira", alone, Action.WRITE, write));
    assertThat(chat.last().words()).contains("/verified/new?", "&from=wiki%3Apay");
  }
}

package dev.gill.gaps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.gill.answer.QuotingAnswerer;
import dev.gill.gaps.Gaps.Sight;
import dev.gill.ledger.Entry;
import dev.gill.ledger.Outcome;
import dev.gill.ledger.Said;
import dev.gill.model.Audience;
import dev.gill.model.Dated;
import dev.gill.model.DocId;
import dev.gill.model.Identity;
import dev.gill.model.Origin;
import dev.gill.model.Reader;
import dev.gill.model.VerifiedAnswers;
import dev.gill.retrieve.Shelf;
import dev.gill.surface.SmallTrail;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GapsTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final Reader ANNA = Reader.known(Identity.email("anna@example.org"));
  private static final Reader BO = Reader.known(Identity.email("bo@example.org"));
  private static final Reader LEAD =
      new Reader(Set.of(Identity.email("lead@example.org")), Reader.member("leads").groups());

  private final Shelf shelf = new Shelf();
  private final SmallTrail trail = new SmallTrail();
  private final Gaps gaps =
      new Gaps(
          trail,
          shelf.embedders(),
          new QuotingAnswerer(shelf.retriever(), _ -> Optional.empty()),
          shelf.engine());

  @BeforeEach
  void keep() {
    trail.days = 30;
    shelf.put("wiki:lunch.md", "# Lunch\n\nLunch is at noon.");
  }

  @AfterEach
  void close() {
    shelf.close();
  }

  private String ask(Reader who, int minute, String question) {
    return trail.put(question, who, Outcome.UNKNOWN, NOON.plusSeconds(60L * minute));
  }

  private List<String> questions(Reader viewer, Sight sight) throws InterruptedException {
    return gaps.open(viewer, sight, 10).stream().map(Gap::question).toList();
  }

  @Test
  void whatAsksTheSameIsOneGapAndTheMostAskedComesFirst() throws InterruptedException {
    ask(ANNA, 0, "Who orders the coffee beans?");
    ask(ANNA, 1, "How do we rotate the staging certificates?");
    ask(BO, 2, "How do we rotate the staging certificates??");
    ask(BO, 3, "how do we rotate staging certificates");
    List<Gap> open = gaps.open(ANNA, Sight.ALL, 10);
    assertThat(open).extracting(Gap::times).containsExactly(3, 1);
    assertThat(open.getFirst().question()).isEqualTo("how do we rotate staging certificates");
    assertThat(open.getFirst().people()).contains(2);
    assertThat(open.getFirst().otherWords())
        .containsExactly(
            "How do we rotate the staging certificates??",
            "How do we rotate the staging certificates?");
    assertThat(open.getFirst().last()).isEqualTo(NOON.plusSeconds(180));
  }

  @Test
  void otherNumbersAreOtherQuestions() throws InterruptedException {
    ask(ANNA, 0, "What does error code E502 of the gateway mean?");
    ask(ANNA, 1, "What does error code E503 of the gateway mean?");
    assertThat(gaps.open(ANNA, Sight.ALL, 10)).extracting(Gap::times).containsExactly(1, 1);
  }

  @Test
  void whatIsAskedLaterMovesNothingThatWasGrouped() throws InterruptedException {
    for (int i = 0; i < 12; i++) {
      ask(ANNA, i, "Where is the key of room %s kept?".formatted(i % 2 == 0 ? "blue" : "red"));
    }
    List<List<String>> before =
        gaps.groups().stream().map(group -> group.stream().map(Entry::id).toList()).toList();
    ask(BO, 50, "Where is the key kept of the blue room?");
    List<List<String>> after =
        gaps.groups().stream().map(group -> group.stream().map(Entry::id).toList()).toList();
    for (List<String> group : before) {
      assertThat(after)
          .anyMatch(
              larger -> larger.subList(0, Math.min(group.size(), larger.size())).equals(group));
    }
  }

  @Test
  void whatIsWrittenDownIsNoGapAnyMore() throws InterruptedException {
    ask(ANNA, 0, "How often are the staging certificates rotated?");
    assertThat(questions(ANNA, Sight.ALL)).hasSize(1);
    shelf.put(
        "wiki:certs.md",
        "# Staging certificates\n\nThe staging certificates are rotated every 90 days.");
    assertThat(questions(ANNA, Sight.ALL)).isEmpty();
  }

  @Test
  void whatIsWrittenDownForOthersAloneIsStillAGapForWhoeverMayNotReadIt() throws Exception {
    ask(ANNA, 0, "How often are the staging certificates rotated?");
    shelf.put(
        "wiki:certs.md",
        "# Staging certificates\n\nThe staging certificates are rotated every 90 days.",
        Audience.of("leads"));
    List<Gap> open = gaps.open(ANNA, Sight.ALL, 10);
    assertThat(open).hasSize(1);
    assertThat(open.getFirst().nearest()).noneMatch(near -> near.document().contains("certs"));
    assertThat(questions(LEAD, Sight.ALL)).isEmpty();
  }

  @Test
  void anAnswerThatDidNotHelpStaysAGapUntilSomebodyVouchesForAnother() throws Exception {
    shelf.put(
        "wiki:certs.md",
        "# Staging certificates\n\nThe staging certificates are rotated every 90 days.");
    String question = "How often are the staging certificates rotated?";
    String entry = trail.put(question, ANNA, Outcome.ANSWERED, NOON);
    assertThat(questions(ANNA, Sight.ALL)).isEmpty();
    trail.say(entry, new Said(false, "That was last year.", NOON.plusSeconds(9)));
    List<Gap> open = gaps.open(ANNA, Sight.ALL, 10);
    assertThat(open).singleElement().extracting(Gap::disliked).isEqualTo(1);
    assertThat(open.getFirst().nearest())
        .extracting(Gap.Near::document, Gap.Near::author)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("wiki:certs.md", "author"));
    shelf.put(
        DocId.parse("verified:a1"),
        "1",
        new Origin("", question, "Li", NOON.plusSeconds(60), Dated.VERIFIED),
        new Audience.Everyone(),
        "# " + question + "\n\nThe staging certificates are rotated every 30 days.");
    assertThat(questions(ANNA, Sight.ALL)).isEmpty();
  }

  @Test
  void nobodyMeetsTheQuestionsOfThoseWhoMayReadMore() throws InterruptedException {
    shelf.put("board:pay.md", "# Pay\n\nPay day is the first.", Audience.of("leads"));
    ask(ANNA, 0, "Who orders the coffee beans?");
    ask(LEAD, 1, "Which office is closed next year?");
    assertThat(questions(BO, Sight.OWN)).isEmpty();
    assertThat(questions(BO, Sight.COVERED)).containsExactly("Who orders the coffee beans?");
    assertThat(questions(LEAD, Sight.COVERED)).hasSize(2);
    assertThat(questions(LEAD, Sight.OWN)).containsExactly("Which office is closed next year?");
    assertThat(questions(BO, Sight.ALL)).hasSize(2);
  }

  /** A channel that hears what it is told. */
  private static final class Channel implements Announcer {
    private final List<String> heard = new ArrayList<>();
    private boolean down;

    @Override
    public void asked(int times, Optional<String> question) throws IOException {
      if (down) {
        throw new IOException("The channel is down.");
      }
      heard.add(times + " " + question.orElse("?"));
    }

    @Override
    public void verifyAnew(String person, Optional<String> question) {
      heard.add(person);
    }
  }

  private Watch watch(Channel channel, Reader readers) {
    return new Watch(
        gaps,
        VerifiedAnswers.none(),
        channel,
        shelf.engine(),
        () -> readers,
        InstantSource.fixed(NOON),
        5);
  }

  @Test
  void whatWasAskedFiveTimesIsAnnouncedOnce() throws InterruptedException {
    Channel channel = new Channel();
    Watch watch = watch(channel, Reader.anyone());
    IntStream.range(0, 4).forEach(i -> ask(ANNA, i, "How do we rotate the staging certificates?"));
    watch.look();
    assertThat(channel.heard).isEmpty();
    ask(BO, 5, "how do we rotate staging certificates");
    channel.down = true;
    assertThatCode(watch::look).doesNotThrowAnyException();
    channel.down = false;
    watch.look();
    watch.look();
    ask(BO, 6, "How do we rotate the staging certificates?");
    watch(channel, Reader.anyone()).look();
    assertThat(channel.heard).containsExactly("5 how do we rotate staging certificates");
  }

  @Test
  void aChannelThatNotAllMayReadAsMuchHearsOnlyTheNumber() throws InterruptedException {
    shelf.put("board:pay.md", "# Pay\n\nPay day is the first.", Audience.of("leads"));
    IntStream.range(0, 5).forEach(i -> ask(LEAD, i, "Which office is closed next year?"));
    Channel open = new Channel();
    watch(open, Reader.anyone()).look();
    assertThat(open.heard).containsExactly("5 ?");
  }
}

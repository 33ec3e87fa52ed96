package dev.gill.ledger.sql;

import static dev.gill.ledger.sql.Asked.ANNA;
import static dev.gill.ledger.sql.Asked.ANNA_IN_CHAT;
import static dev.gill.ledger.sql.Asked.BO;
import static dev.gill.ledger.sql.Asked.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.ledger.Entry;
import dev.gill.ledger.Outcome;
import dev.gill.ledger.Said;
import dev.gill.ledger.TrailBook;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a trail does, whichever database it lies in. */
abstract class TrailContract {
  private SqlStore store;
  private TrailBook book;

  /** A database that holds nothing. */
  abstract Database empty() throws Exception;

  /** The same one, as a process opens it that starts later. */
  abstract Database again();

  @BeforeEach
  void open() throws Exception {
    Database database = empty();
    store = new SqlStore(database);
    book = new SqlTrailBook(database);
  }

  @AfterEach
  void close() {
    if (store != null) {
      store.release();
    }
  }

  private void keep(Entry... entries) throws SQLException {
    List<Note> notes = new ArrayList<>();
    for (Entry entry : entries) {
      notes.add(new Note.Asked(entry));
    }
    store.write(notes);
  }

  private List<Entry> all() {
    return book.page(OptionalLong.empty(), 1000).entries();
  }

  private static List<String> ids(List<Entry> entries) {
    return entries.stream().map(Entry::id).toList();
  }

  @Test
  void whatIsKeptIsReadAsItWas() throws SQLException {
    Entry one =
        Asked.by(
            ANNA,
            "one",
            "How do we rotate 证书 🔑?\n'; drop table entry; --",
            Outcome.ANSWERED,
            NOON);
    Entry two = Asked.by(BO, "two", "Who is on call?", Outcome.UNKNOWN, NOON.plusSeconds(1));
    keep(one, two);
    assertThat(all()).containsExactly(two, one);
  }

  @Test
  void whatNoDatabaseTakesAsTextIsKeptAsNearAsCanBe() throws SQLException {
    keep(Asked.by(ANNA, "one", "a\0b \uD83D c", Outcome.ANSWERED, NOON));
    assertThat(all()).singleElement().extracting(Entry::question).isEqualTo("a b ? c");
    String longest = "问".repeat(2_000) + "𝒳".repeat(2_000);
    keep(Asked.by(ANNA, "two", longest, Outcome.ANSWERED, NOON));
    assertThat(all().getFirst().question()).isEqualTo(longest);
  }

  @Test
  void pagesLeadOnToTheOldestWithoutGapOrRepetition() throws SQLException {
    keep(
        IntStream.range(0, 7)
            .mapToObj(i -> Asked.by(ANNA, "q" + i, "Question " + i, Outcome.ANSWERED, NOON))
            .toArray(Entry[]::new));
    List<String> seen = new ArrayList<>();
    OptionalLong next = OptionalLong.empty();
    do {
      TrailBook.Page page = book.page(next, 3);
      seen.addAll(ids(page.entries()));
      next = page.next();
    } while (next.isPresent());
    assertThat(seen).containsExactly("q6", "q5", "q4", "q3", "q2", "q1", "q0");
  }

  @Test
  void aPersonsQuestionsAreFoundByAnyOfTheirIdentitiesAndForgottenAlone() throws SQLException {
    keep(
        Asked.by(ANNA, "mail", "First", Outcome.ANSWERED, NOON),
        Asked.by(BO, "bo", "Second", Outcome.ANSWERED, NOON),
        Asked.by(ANNA_IN_CHAT, "chat", "Third", Outcome.ANSWERED, NOON));
    assertThat(ids(book.of(Set.of(ANNA, ANNA_IN_CHAT), 10))).containsExactly("chat", "mail");
    assertThat(ids(book.of(Set.of(ANNA), 10))).containsExactly("mail");
    assertThat(book.of(Set.of(), 10)).isEmpty();
    assertThat(book.forget(Set.of(ANNA, ANNA_IN_CHAT))).isEqualTo(2);
    assertThat(ids(all())).containsExactly("bo");
    assertThat(book.forget(Set.of())).isZero();
  }

  @Test
  void whatIsSaidOfAnAnswerStandsWithItsQuestionAndOfNoneNowhere() throws SQLException {
    keep(Asked.by(ANNA, "one", "First", Outcome.ANSWERED, NOON));
    Said no = new Said(false, "It is about the old server.", NOON.plusSeconds(5));
    Said yes = new Said(true, "", NOON.plusSeconds(9));
    store.write(
        List.of(
            new Note.SaidOf("one", no),
            new Note.SaidOf("nothing", no),
            new Note.SaidOf("one", yes)));
    assertThat(all()).singleElement().extracting(Entry::said).isEqualTo(List.of(no, yes));
  }

  @Test
  void gapsAreWhatLeftSomebodyWithoutAnAnswerThatHelps() throws SQLException {
    keep(
        Asked.by(ANNA, "answered", "1", Outcome.ANSWERED, NOON),
        Asked.by(ANNA, "disliked", "2", Outcome.ANSWERED, NOON),
        Asked.by(ANNA, "near", "3", Outcome.NEAR, NOON),
        Asked.by(ANNA, "near but helpful", "4", Outcome.NEAR, NOON),
        Asked.by(ANNA, "unknown", "5", Outcome.UNKNOWN, NOON),
        Asked.by(ANNA, "declined", "6", Outcome.DECLINED, NOON));
    store.write(
        List.of(
            new Note.SaidOf("disliked", new Said(false, "", NOON)),
            new Note.SaidOf("near but helpful", new Said(true, "", NOON))));
    assertThat(ids(book.gaps(100))).containsExactly("unknown", "near", "disliked");
    book.announced(List.of("near", "disliked"));
    assertThat(book.gaps(100)).extracting(Entry::announced).containsExactly(false, true, true);
  }

  @Test
  void whatIsTooOldIsDroppedWithAllThatBelongsToIt() throws SQLException {
    keep(
        Asked.by(ANNA, "old", "1", Outcome.ANSWERED, NOON.minus(Duration.ofDays(31))),
        Asked.by(ANNA, "new", "2", Outcome.ANSWERED, NOON.minus(Duration.ofDays(29))));
    store.purge(NOON.minus(Duration.ofDays(30)));
    assertThat(ids(all())).containsExactly("new");
    assertThat(ids(book.of(Set.of(ANNA), 10))).containsExactly("new");
  }

  @Test
  void allOrNothingOfWhatIsWrittenTogetherIsKept() throws SQLException {
    Entry one = Asked.by(ANNA, "one", "First", Outcome.ANSWERED, NOON);
    assertThatThrownBy(
            () -> keep(Asked.by(ANNA, "two", "Second", Outcome.ANSWERED, NOON), one, one))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(Troubles.isOfTheData(e)).isTrue());
    assertThat(all()).isEmpty();
    keep(one);
    assertThat(all()).containsExactly(one);
  }

  @Test
  void aLaterProcessFindsWhatWasKept() throws SQLException {
    Entry one = Asked.by(ANNA, "one", "First", Outcome.ANSWERED, NOON);
    keep(one);
    store.release();
    Database database = again();
    assertThat(new SqlTrailBook(database).page(OptionalLong.empty(), 10).entries())
        .containsExactly(one);
    store = new SqlStore(database);
    Entry two = Asked.by(ANNA, "two", "Second", Outcome.ANSWERED, NOON);
    keep(two);
    assertThat(ids(new SqlTrailBook(database).page(OptionalLong.empty(), 10).entries()))
        .containsExactly("two", "one");
  }
}

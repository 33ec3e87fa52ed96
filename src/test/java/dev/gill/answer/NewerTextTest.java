package dev.gill.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.index.Samples;
import dev.gill.model.Answer;
import dev.gill.model.Audience;
import dev.gill.model.Citation;
import dev.gill.model.Dated;
import dev.gill.model.DocId;
import dev.gill.model.Origin;
import dev.gill.model.Question;
import dev.gill.model.Reader;
import dev.gill.retrieve.Shelf;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What somebody vouched for never hides what a source says since then. */
class NewerTextTest {
  private static final String QUESTION = "How often are the staging certificates rotated?";
  private static final Instant VERIFIED = Samples.NOON;
  private static final Duration DAY = Duration.ofDays(1);

  private final Shelf shelf = new Shelf();

  @AfterEach
  void close() {
    shelf.close();
  }

  private void vouchedFor(String answer) {
    put(
        "verified:a1",
        new Origin("", QUESTION, "Anna", VERIFIED, Dated.VERIFIED),
        QUESTION,
        answer);
  }

  private void page(Instant written, String text) {
    put(
        "wiki:certificates",
        new Origin("", "Staging certificates", "Bo", written),
        "Staging certificates",
        text);
  }

  private void put(String id, Origin origin, String title, String text) {
    shelf.put(
        DocId.parse(id), "1", origin, new Audience.Everyone(), "# " + title + "\n\n" + text + "\n");
  }

  private List<Citation> cited() throws InterruptedException {
    Answer answer =
        new QuotingAnswerer(shelf.retriever(), _ -> Optional.empty())
            .answer(new Question(QUESTION, Reader.anyone()));
    assertThat(answer).isInstanceOf(Answer.Grounded.class);
    return ((Answer.Grounded) answer).citations();
  }

  @Test
  void aVerifiedAnswerIsQuotedAndCreditedAsAnyOther() throws InterruptedException {
    vouchedFor("The staging certificates are rotated every 90 days.");
    Citation only = cited().getFirst();
    assertThat(only.quote()).endsWith("The staging certificates are rotated every 90 days.");
    assertThat(only.doc()).isEqualTo(DocId.parse("verified:a1"));
    assertThat(only.where().author()).isEqualTo("Anna");
    assertThat(only.where().modified()).isEqualTo(VERIFIED);
    assertThat(only.where().dated()).isEqualTo(Dated.VERIFIED);
  }

  @Test
  void aNewerTextThatSaysOtherwiseComesFirstAndBothAreShown() throws InterruptedException {
    vouchedFor("The staging certificates are rotated every 90 days.");
    page(VERIFIED.plus(DAY), "Staging certificates are now rotated every 30 days by the bot.");
    assertThat(cited().stream().map(each -> each.doc().toString()))
        .containsExactly("wiki:certificates", "verified:a1");
  }

  @Test
  void anOlderTextDoesNotComeBeforeIt() throws InterruptedException {
    vouchedFor("The staging certificates are rotated every 90 days.");
    page(VERIFIED.minus(DAY), "Staging certificates are now rotated every 30 days by the bot.");
    assertThat(cited().getFirst().doc().toString()).isEqualTo("verified:a1");
  }

  @Test
  void aNewerTextAboutSomethingElseIsNotDraggedIn() throws InterruptedException {
    vouchedFor("The staging certificates are rotated every 90 days.");
    page(VERIFIED.plus(DAY), "The canteen closes at three.");
    put(
        "wiki:lunch",
        new Origin("", "Lunch", "Bo", VERIFIED.plus(DAY)),
        "Lunch",
        "Lunch is at noon, often with soup.");
    assertThat(cited().stream().map(each -> each.doc().toString())).containsOnly("verified:a1");
  }
}

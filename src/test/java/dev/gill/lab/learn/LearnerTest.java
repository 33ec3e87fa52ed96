package dev.gill.lab.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.answer.Assessment;
import dev.gill.model.Citation;
import dev.gill.model.Dated;
import dev.gill.model.DocId;
import dev.gill.model.Language;
import dev.gill.model.Locator;
import dev.gill.model.Question;
import dev.gill.model.Reader;
import dev.gill.retrieve.Tuning;
import dev.gill.retrieve.Tunings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LearnerTest {
  private static final DocId PAGE = DocId.parse("wiki:page.md");
  private static final List<Lesson> LESSONS =
      IntStream.range(0, 60)
          .mapToObj(
              i ->
                  new Lesson("question " + i, List.of(new Lesson.Marked(PAGE, "right")), List.of()))
          .toList();

  /** A house that is right where a tuning has something. */
  private static Learner.Outcome learn(Predicate<Tuning> right) throws InterruptedException {
    return learn((_, tuning) -> right.test(tuning) ? "right" : "wrong");
  }

  private interface Says {
    String first(Question question, Tuning tuning);
  }

  private static Learner.Outcome learn(Says says) throws InterruptedException {
    Learner learner =
        new Learner(
            tunings -> question -> assessment(says.first(question, tunings.of(Language.ENGLISH))),
            Reader.anyone());
    return learner.learn(LESSONS, Language.ENGLISH, Tunings.measured());
  }

  private static Assessment assessment(String quote) {
    List<Citation> citations =
        List.of(
            new Citation(
                1,
                PAGE,
                "1",
                0,
                quote.length(),
                quote,
                quote,
                new Locator(
                    "",
                    "Page",
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    "",
                    Instant.parse("2026-01-01T00:00:00Z"),
                    Dated.REVISION,
                    "")));
    return new Assessment(
        List.of(), List.of(), citations, citations, 1, Assessment.Verdict.ANSWERED);
  }

  @Test
  void whatHelpsIsFoundAndJudgedOnQuestionsThatWereHeldBack() throws InterruptedException {
    Learner.Outcome outcome = learn(tuning -> tuning.reading() > 1.2);
    assertThat(outcome.better()).isTrue();
    assertThat(outcome.found().reading()).isGreaterThan(1.2);
    assertThat(outcome.found().words()).isEqualTo(Tuning.of(Language.ENGLISH).words());
    assertThat(outcome.foundOnHeldBack().right()).isBetween(10, 30);
    assertThat(outcome.foundOnLearnt().right() + outcome.foundOnHeldBack().right()).isEqualTo(60);
    assertThat(outcome.usedOnHeldBack().right()).isZero();
  }

  @Test
  void twoNumbersTogetherAreFound() throws InterruptedException {
    Learner.Outcome outcome =
        learn(
            (question, tuning) ->
                tuning.needed() < 1.9 && (tuning.words() < 0.2 || question.text().endsWith("1"))
                    ? "right"
                    : "wrong");
    assertThat(outcome.better()).isTrue();
    assertThat(outcome.foundOnHeldBack().wrong()).isZero();
  }

  @Test
  void whatOnlyHelpsWhereItWasLearntIsNotTaken() throws InterruptedException {
    Learner.Outcome outcome =
        learn(
            (question, tuning) -> {
              boolean heldBack = new Lesson(question.text(), List.of(), List.of()).isHeldBack();
              return (tuning.reading() > 1.2) == heldBack ? "wrong" : "right";
            });
    assertThat(outcome.foundOnLearnt().right()).isGreaterThan(outcome.usedOnLearnt().right());
    assertThat(outcome.better()).isFalse();
  }

  @Test
  void whereNothingHelpsAllStaysAsItIs() throws InterruptedException {
    Learner.Outcome outcome = learn(_ -> true);
    assertThat(outcome.better()).isFalse();
    assertThat(outcome.found()).isEqualTo(Tuning.of(Language.ENGLISH));
  }

  @Test
  void aQuoteOfWhichNobodySaidAnythingIsWorthNothing() {
    Citation shown = assessment("shown").shown().getFirst();
    Lesson.Marked same = new Lesson.Marked(PAGE, "show");
    Lesson.Marked other = new Lesson.Marked(PAGE, "other");
    assertThat(new Lesson("q", List.of(same), List.of()).worth(shown)).isEqualTo(1);
    assertThat(new Lesson("q", List.of(other), List.of()).worth(shown)).isEqualTo(-1);
    assertThat(new Lesson("q", List.of(), List.of(same)).worth(shown)).isEqualTo(-1);
    assertThat(new Lesson("q", List.of(), List.of(other)).worth(shown)).isZero();
  }
}

package dev.gill.lab.questions;

import static dev.gill.answer.Assessment.Verdict.ANSWERED;
import static dev.gill.answer.Assessment.Verdict.NEAR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.answer.Answerer;
import dev.gill.answer.Assessment;
import dev.gill.index.Samples;
import dev.gill.model.Answer;
import dev.gill.model.Chunk;
import dev.gill.model.Citation;
import dev.gill.model.Origin;
import dev.gill.model.Passage;
import dev.gill.model.Question;
import dev.gill.model.Reader;
import dev.gill.model.Scored;
import dev.gill.retrieve.Shelf;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QuestionTrialTest {
  private static final Scored RIGHT =
      passage("leave.md", 100, "Ask first. You have  28 Days\nof `leave`. Enjoy them.");
  private static final Scored SAME_DOCUMENT = passage("leave.md", 0, "Leave is for everyone.");
  private static final Scored SAME_WORDS = passage("copy.md", 0, "You have 28 days of leave.");
  private static final Asked DAYS =
      new Asked("1", "How many days?", Set.of("leave.md"), List.of("28 days of leave"), "", "fact");
  private static final Asked TOWER =
      new Asked("2", "How tall is the tower?", Set.of(), List.of(), "", "fact");

  private final Shelf shelf = new Shelf();

  private static Scored passage(String key, int start, String text) {
    Passage passage =
        new Passage(
            Samples.id(key),
            "r1",
            new Origin("", "Titel", "author", Samples.NOON),
            Chunk.of(start, text, List.of(), List.of()));
    return new Scored(passage, 1, OptionalDouble.empty(), OptionalDouble.empty());
  }

  private static Citation cite(int marker, Scored from, String quote) {
    int at = from.passage().chunk().text().indexOf(quote);
    int start = from.passage().chunk().start() + at;
    return new Citation(
        marker,
        from.passage().doc(),
        "r1",
        start,
        start + quote.length(),
        quote,
        quote,
        from.passage().locate(start));
  }

  private QuestionReport ask(
      List<Asked> questions, boolean answers, List<Citation> citations, Scored... passages)
      throws InterruptedException {
    Answerer answerer =
        new Answerer() {
          @Override
          public Answer answer(Question question) {
            throw new UnsupportedOperationException();
          }

          @Override
          public List<Scored> search(Question question, int k) {
            return List.of(passages);
          }
        };
    Assessment assessment =
        new Assessment(
            List.of(passages), List.of(), citations, citations, 0.5, answers ? ANSWERED : NEAR);
    return trial(assessment, answerer).ask("set", questions);
  }

  private QuestionTrial trial(Assessment assessment, Answerer answerer) {
    Rivals rivals = new Rivals(shelf.engine(), shelf.embedders());
    return new QuestionTrial(question -> assessment, answerer, rivals, Reader.anyone());
  }

  @AfterEach
  void close() {
    shelf.close();
  }

  @Test
  void eachLegIsAskedByItself() throws Exception {
    shelf.put("wiki:other.md", "# Days\n\nHow many days? How many days has a week?\n");
    shelf.put("wiki:leave.md", "# Leave\n\nDays: 28 days of leave.\n");
    Outcome outcome = ask(List.of(DAYS), true, List.of()).outcomes().getFirst();
    assertThat(outcome.passage()).isZero();
    assertThat(outcome.words()).isEqualTo(2);
    assertThat(outcome.vectors()).isEqualTo(2);
  }

  @Test
  void countsRanksFromOne() throws Exception {
    List<Citation> cited =
        List.of(
            cite(1, SAME_WORDS, "You have 28 days of leave."),
            cite(2, RIGHT, "Ask first."),
            cite(3, RIGHT, "28 Days\nof `leave`."));
    Outcome outcome =
        ask(List.of(DAYS), true, cited, SAME_DOCUMENT, SAME_WORDS, RIGHT).outcomes().getFirst();
    assertThat(outcome.passage()).isEqualTo(3);
    assertThat(outcome.citation()).isEqualTo(2);
    assertThat(outcome.quote()).isEqualTo(3);
    assertThat(outcome.said()).isEqualTo("You have 28 days of leave.");
  }

  @Test
  void theRightWordsInTheWrongDocumentDoNotCount() throws Exception {
    List<Citation> cited = List.of(cite(1, SAME_WORDS, "You have 28 days of leave."));
    Outcome outcome =
        ask(List.of(DAYS), true, cited, SAME_WORDS, SAME_DOCUMENT).outcomes().getFirst();
    assertThat(outcome.passage()).isZero();
    assertThat(outcome.citation()).isZero();
    assertThat(outcome.quote()).isZero();
  }

  @Test
  void aQuoteMustHoldAllAnswers() throws Exception {
    Asked both =
        new Asked(
            "1", "How long?", Set.of("leave.md"), List.of("28 days", "ask first"), "", "fact");
    List<Citation> cited =
        List.of(
            cite(1, RIGHT, "28 Days\nof `leave`."),
            cite(2, RIGHT, "Ask first. You have  28 Days\nof `leave`."));
    assertThat(ask(List.of(both), true, cited, RIGHT).outcomes().getFirst().quote()).isEqualTo(2);
  }

  @Test
  void aPassageIsRightToo() throws Exception {
    Asked asked =
        new Asked(
            "1", "How long?", Set.of("leave.md"), List.of("four weeks"), "you have 28 days", "");
    Outcome outcome =
        ask(List.of(asked), true, List.of(cite(1, RIGHT, "Ask first.")), SAME_DOCUMENT, RIGHT)
            .outcomes()
            .getFirst();
    assertThat(outcome.passage()).isEqualTo(2);
    assertThat(outcome.citation()).isEqualTo(1);
    assertThat(outcome.quote()).isZero();
  }

  @Test
  void whatIsWithheldIsCountedApart() throws Exception {
    List<Citation> best = List.of(cite(1, RIGHT, "28 Days\nof `leave`."));
    QuestionReport report = ask(List.of(DAYS, TOWER), false, best, RIGHT);
    Outcome outcome = report.outcomes().getFirst();
    assertThat(outcome.quote()).isZero();
    assertThat(outcome.best()).isEqualTo(1);
    assertThat(report.wronglyUnknown()).isEqualTo(1);
    assertThat(report.rightlyUnknown()).isEqualTo(1);
    assertThat(QuestionReport.table(List.of(report)).get(2))
        .contains("| 1 of 1 (1) | 1 of 1 (1) |");
  }

  @Test
  void theTableCountsWhatWasFoundHowFarUp() throws Exception {
    List<Citation> cited =
        List.of(
            cite(1, SAME_WORDS, "You have 28 days of leave."),
            cite(2, RIGHT, "28 Days\nof `leave`."));
    QuestionReport report = ask(List.of(DAYS, DAYS, TOWER), true, cited, SAME_DOCUMENT, RIGHT);
    List<String> rows = QuestionReport.table(List.of(report, report));
    assertThat(rows).hasSize(6);
    assertThat(rows.get(2))
        .startsWith(
            "| set | 2 of 3 | 0 / 0 / 0 / 0 | 0 / 0 / 0 / 0 | 0 / 2 / 2 / 2 | 0 / 2 | 0 / 2 | 0 / 2 | 0 of 2 (0) | 0 of 1 (0) | ");
    assertThat(rows.get(4))
        .startsWith(
            "| of the kind fact | 4 of 6 | 0 / 0 / 0 / 0 | 0 / 0 / 0 / 0 | 0 / 4 / 4 / 4 |");
    assertThat(rows.get(5))
        .startsWith("| all | 4 of 6 | 0 / 0 / 0 / 0 | 0 / 0 / 0 / 0 | 0 / 4 / 4 / 4 |");
  }
}

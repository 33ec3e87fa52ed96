package dev.gill.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.answer.Answerer;
import dev.gill.index.Samples;
import dev.gill.model.Answer;
import dev.gill.model.Chunk;
import dev.gill.model.Citation;
import dev.gill.model.Origin;
import dev.gill.model.Passage;
import dev.gill.model.Question;
import dev.gill.model.Reader;
import dev.gill.model.Scored;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuestionTableTest {
  private static final String HEADER = "question\tdocument\tanswer\n";
  private static final Scored RIGHT =
      passage("leave.md", 100, "Ask first. You have  28 Days\nof leave. Enjoy them.");
  private static final Scored SAME_DOCUMENT = passage("leave.md", 0, "Leave is for everyone.");
  private static final Scored SAME_WORDS = passage("copy.md", 0, "You have 28 days of leave.");

  @TempDir private Path folder;

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
        from.passage().locate(start));
  }

  private QuestionReport ask(String rows, Answer answer, Scored... passages)
      throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("table.tsv"), HEADER + rows);
    Answerer answerer =
        new Answerer() {
          @Override
          public Answer answer(Question question) {
            return answer;
          }

          @Override
          public List<Scored> search(Question question, int k) {
            return List.of(passages);
          }
        };
    return QuestionTable.read(file).ask(answerer, Reader.anyone());
  }

  private static Answer grounded(Citation... citations) {
    return new Answer.Grounded("text", List.of(citations), Map.of());
  }

  private static Answer unknown() {
    return new Answer.Unknown(List.of(), Map.of());
  }

  private static final String ROW = "How many days?\tleave.md\t28 days of leave\n";

  @Test
  void countsRanksFromOne() throws Exception {
    Answer answer =
        grounded(
            cite(1, SAME_WORDS, "You have 28 days of leave."),
            cite(2, RIGHT, "Ask first."),
            cite(3, RIGHT, "28 Days\nof leave."));
    QuestionReport report = ask(ROW, answer, SAME_DOCUMENT, SAME_WORDS, RIGHT);
    assertThat(report.outcomes())
        .containsExactly(new QuestionReport.Outcome("How many days?", true, true, 3, 2, 3));
  }

  @Test
  void theFirstRightOneCounts() throws Exception {
    Answer answer =
        grounded(
            cite(1, RIGHT, "You have  28 Days\nof leave."), cite(2, RIGHT, "28 Days\nof leave."));
    QuestionReport.Outcome outcome = ask(ROW, answer, RIGHT, RIGHT).outcomes().getFirst();
    assertThat(outcome.passage()).isEqualTo(1);
    assertThat(outcome.citation()).isEqualTo(1);
    assertThat(outcome.quote()).isEqualTo(1);
  }

  @Test
  void theRightWordsInTheWrongDocumentDoNotCount() throws Exception {
    Answer answer = grounded(cite(1, SAME_WORDS, "You have 28 days of leave."));
    QuestionReport.Outcome outcome =
        ask(ROW, answer, SAME_WORDS, SAME_DOCUMENT).outcomes().getFirst();
    assertThat(outcome)
        .isEqualTo(new QuestionReport.Outcome("How many days?", true, true, 0, 0, 0));
  }

  @Test
  void anotherPassageOfTheRightDocumentDoesNotCount() throws Exception {
    Answer answer = grounded(cite(1, SAME_DOCUMENT, "Leave is for everyone."));
    QuestionReport.Outcome outcome = ask(ROW, answer, SAME_DOCUMENT, RIGHT).outcomes().getFirst();
    assertThat(outcome.passage()).isEqualTo(2);
    assertThat(outcome.citation()).isZero();
  }

  @Test
  void aQuestionWithoutDocumentIsRightlyUnknown() throws Exception {
    String rows = ROW + "How tall is the tower?\t\t\n";
    QuestionReport known = ask(rows, grounded(cite(1, RIGHT, "Ask first.")), RIGHT);
    assertThat(known.answerable()).isEqualTo(1);
    assertThat(known.rightlyUnknown()).isZero();
    assertThat(known.outcomes().getLast().citation()).isZero();
    QuestionReport refused = ask(rows, unknown(), RIGHT);
    assertThat(refused.rightlyUnknown()).isEqualTo(1);
    assertThat(refused.wronglyUnknown()).isEqualTo(1);
  }

  @Test
  void theReportCountsWhatWasFoundHowFarUp() throws Exception {
    Answer answer =
        grounded(
            cite(1, SAME_WORDS, "You have 28 days of leave."),
            cite(2, RIGHT, "28 Days\nof leave."));
    QuestionReport report = ask(ROW + ROW + "How tall?\t\t\n", answer, SAME_DOCUMENT, RIGHT);
    assertThat(report.lines())
        .containsExactly(
            "right passage found first / in three / in ten   0 / 2 / 2 of 2",
            "citation in the right passage, first / first three   0 / 2 of 2",
            "quote holds the answer, first / first three   0 / 2 of 2",
            "\"I don't know\" although a document answers   0 of 2",
            "\"I don't know\" where nothing answers   0 of 1");
  }

  @Test
  void aLineOfAnotherFormIsShown() {
    assertThatThrownBy(() -> ask("How many days?\tleave.md\n", unknown()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("three cells parted by tabs, not 'How many days?\tleave.md'");
  }

  @Test
  void aTableOfAHeaderAloneAsksNothing() throws Exception {
    assertThat(ask("", unknown()).outcomes()).isEmpty();
  }
}

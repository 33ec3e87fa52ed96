package dev.gill.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.index.Samples;
import dev.gill.index.StoredDocument;
import dev.gill.model.Answer;
import dev.gill.model.Citation;
import dev.gill.model.DocId;
import dev.gill.model.Place;
import dev.gill.model.Question;
import dev.gill.model.Reader;
import dev.gill.model.SourceId;
import dev.gill.retrieve.Shelf;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions to the sample team's folder; the vectors know words, but nothing of their meaning. */
class SampleTeamTest {
  private static final Shelf SHELF = new Shelf();
  private static final Pattern MARKER = Pattern.compile("\\[(\\d+)]");

  @BeforeAll
  static void fill() {
    SHELF.putAll("team", Path.of("config/sample-team"));
  }

  @AfterAll
  static void close() {
    SHELF.close();
  }

  private static Answer ask(String question) throws InterruptedException {
    return new QuotingAnswerer(SHELF.retriever(), source -> Optional.of(Samples.NOON))
        .answer(new Question(question, Reader.anyone()));
  }

  private static Answer.Grounded grounded(String question) throws InterruptedException {
    Answer answer = ask(question);
    assertThat(answer).isInstanceOf(Answer.Grounded.class);
    return (Answer.Grounded) answer;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "How many days of paid leave does everyone have?",
        "How long are backups kept?",
        "Who is on call for payments?",
        "How do I restore the database?",
        "What should I look at if the disk of the backup machine is full?",
        "How do I roll back to the release before the deploy?",
        "How do I rotate the secrets and keys in the vault?",
        "Who owns the checkout service?",
        "值班交接在什么时候？",
      })
  void everyCitationStandsWhereItSays(String question) throws InterruptedException {
    Answer.Grounded answer = grounded(question);
    assertThat(answer.citations()).hasSizeBetween(1, 3);
    for (Citation citation : answer.citations()) {
      StoredDocument document = SHELF.document(citation.doc());
      assertThat(document.text().substring(citation.start(), citation.end()))
          .isEqualTo(citation.quote());
      assertThat(document.head().revision()).isEqualTo(citation.revision());
      assertThat(citation.quote())
          .hasSizeLessThanOrEqualTo(Quotables.LONGEST)
          .doesNotStartWith("#");
      assertThat(document.chunks())
          .anyMatch(chunk -> chunk.start() <= citation.start() && citation.end() <= chunk.end());
    }
    assertThat(answer.asOf()).containsOnlyKeys(new SourceId("team"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "How do I restore the database?",
        "What should I look at if the disk of the backup machine is full?",
        "How do I rotate the secrets and keys in the vault?"
      })
  void everyStatementIsAQuoteWithItsCitation(String question) throws InterruptedException {
    Answer.Grounded answer = grounded(question);
    List<Integer> markers = answer.citations().stream().map(Citation::marker).toList();
    assertThat(markers).isSorted().doesNotHaveDuplicates().startsWith(1);
    assertThat(answer.statements())
        .allSatisfy(
            statement ->
                assertThat(statement.citations())
                    .singleElement()
                    .extracting(Citation::plain)
                    .isEqualTo(statement.text()));
  }

  @ParameterizedTest
  @CsvSource({
    "handbook/leave-policy.md, How many days of paid leave does everyone have?, 27 days",
    "runbooks/disk-full.md, How many GB does the disk of backup-1 hold?, 500 GB",
    "runbooks/service-ownership.csv, Who looks after the checkout service?, payments owner",
  })
  void theFirstCitationAnswers(String key, String question, String words)
      throws InterruptedException {
    Citation first = grounded(question).citations().getFirst();
    assertThat(first.doc()).isEqualTo(DocId.parse("team:" + key));
    assertThat(first.quote()).contains(words);
  }

  @Test
  void aCitationNamesTheLineOfTheFile() throws Exception {
    Citation first =
        grounded("How many days of paid leave does everyone have?").citations().getFirst();
    Place.Line line = (Place.Line) first.where().place().orElseThrow();
    List<String> lines =
        java.nio.file.Files.readAllLines(Path.of("config/sample-team").resolve(first.doc().key()));
    assertThat(lines.get(line.number() - 1)).contains(first.quote().substring(0, 20));
  }

  @Test
  void whatNoDocumentSaysIsUnknown() throws InterruptedException {
    Answer answer = ask("Which whale sings loudest near Madagascar?");
    assertThat(answer).isInstanceOf(Answer.Unknown.class);
    assertThat(((Answer.Unknown) answer).nearest()).hasSizeBetween(1, 3);
  }

  @Test
  void theSameQuestionGetsTheSameAnswer() throws InterruptedException {
    assertThat(ask("How do I roll back to the release before the deploy?"))
        .isEqualTo(ask("How do I roll back to the release before the deploy?"));
  }

  @Test
  void everythingQuotableInTheFolderReadsWell() {
    int seen = 0;
    for (String key : List.of("runbooks/disk-full.md", "zh/值班手册.md", "handbook/expenses.md")) {
      StoredDocument document = SHELF.document(new DocId(new SourceId("team"), key));
      for (var chunk : document.chunks()) {
        for (var range : Quotables.in(chunk)) {
          assertThat(range.of(chunk.text()))
              .doesNotStartWith("#")
              .doesNotEndWith(":")
              .doesNotEndWith("：");
          seen++;
        }
      }
    }
    assertThat(seen).isGreaterThan(40);
  }
}

package dev.gill.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.embed.Embedder;
import dev.gill.embed.Embedders;
import dev.gill.embed.Role;
import dev.gill.index.Samples;
import dev.gill.index.StoredDocument;
import dev.gill.model.Answer;
import dev.gill.model.Audience;
import dev.gill.model.Citation;
import dev.gill.model.Language;
import dev.gill.model.Question;
import dev.gill.model.Reader;
import dev.gill.model.SourceId;
import dev.gill.model.Space;
import dev.gill.retrieve.Retriever;
import dev.gill.retrieve.Shelf;
import dev.gill.retrieve.WatchedEngine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a user gets for a question, over small shelves of documents. */
class QuotingAnswererTest {
  private static final Audience HR = Samples.groups("hr");
  private static final String PAY = "# Pay\n\nThe pay rise this year is five percent.\n";
  private static final String PAY_QUESTION = "What is the pay rise this year?";

  private final Shelf shelf = new Shelf();

  @AfterEach
  void close() {
    shelf.close();
  }

  private QuotingAnswerer answerer(Freshness freshness) {
    return new QuotingAnswerer(shelf.retriever(), freshness);
  }

  private Answer ask(String question, String... groups) throws InterruptedException {
    return answerer(source -> Optional.of(Samples.NOON))
        .answer(new Question(question, Reader.member(groups)));
  }

  private static Answer.Grounded grounded(Answer answer) {
    assertThat(answer).isInstanceOf(Answer.Grounded.class);
    return (Answer.Grounded) answer;
  }

  private static Answer.Unknown unknown(Answer answer) {
    assertThat(answer).isInstanceOf(Answer.Unknown.class);
    return (Answer.Unknown) answer;
  }

  @Test
  void quotesTheSentenceThatAnswers() throws InterruptedException {
    shelf.put(
        "wiki:leave.md",
        "# Leave\n\nTalk to your team first. Everyone has 28 days of leave a year.\n\nEnjoy it.\n");
    Answer.Grounded answer = grounded(ask("How many days of leave a year does everyone have?"));
    assertThat(answer.text()).startsWith("Everyone has 28 days of leave a year.");
    Citation citation = answer.citations().getFirst();
    assertThat(citation.quote()).isEqualTo("Everyone has 28 days of leave a year.");
    assertThat(citation.where().title()).isEqualTo("Leave");
    assertThat(citation.where().headings()).containsExactly("Leave");
    assertThat(citation.where().place()).hasToString("Optional[line 3]");
    assertThat(citation.where().author()).isEqualTo("author");
  }

  @Test
  void quotesChineseSentences() throws InterruptedException {
    shelf.put("wiki:请假.md", "# 请假\n\n先和团队商量。每人每年有二十八天年假。\n\n祝你愉快。\n");
    Answer.Grounded answer = grounded(ask("每人每年有多少天年假？"));
    assertThat(answer.citations().getFirst().quote()).isEqualTo("每人每年有二十八天年假。");
  }

  @Test
  void whatFollowsInTheSameParagraphComesAlongWhileItIsShort() throws InterruptedException {
    shelf.put(
        "wiki:leave.md",
        "# Leave\n\nTalk first. Everyone has 28 days of leave a year. Part-timers have fewer. "
            + "Holidays are listed elsewhere, ".repeat(9)
            + "and so on.\n");
    Answer.Grounded answer = grounded(ask("How many days of leave a year does everyone have?"));
    assertThat(answer.citations().getFirst().quote())
        .isEqualTo("Everyone has 28 days of leave a year. Part-timers have fewer.");
  }

  @Test
  void anEmptyIndexKnowsNothing() throws InterruptedException {
    Answer.Unknown answer = unknown(ask("How many days of leave do I have?"));
    assertThat(answer.nearest()).isEmpty();
    assertThat(answer.asOf()).isEmpty();
    assertThat(answer.oldest()).isEmpty();
  }

  @Test
  void whatNothingSupportsIsUnknownWithTheNearestPassages() throws InterruptedException {
    for (int i = 0; i < 6; i++) {
      shelf.put(
          "wiki:%d.md".formatted(i), "# Page %d\n\nFact number %d stands here.\n".formatted(i, i));
    }
    Answer.Unknown answer = unknown(ask("Which page says how tall the Eiffel tower is?"));
    assertThat(answer.nearest()).hasSize(3);
    assertThat(answer.nearest())
        .extracting(near -> near.found().score())
        .isSortedAccordingTo((a, b) -> Double.compare(b, a));
    assertThat(answer.nearest().getFirst().found().passage().origin().author()).isEqualTo("author");
    assertThat(answer.asOf()).containsEntry(Samples.WIKI, Samples.NOON);
  }

  @Test
  void aReaderWithoutTheGroupGetsNoWordOfItsDocuments() throws InterruptedException {
    shelf.put("wiki:pay.md", PAY, HR).put("wiki:other.md", "# Other\n\nSomething else.\n");
    for (Answer answer : List.of(ask(PAY_QUESTION), ask(PAY_QUESTION, "dev"))) {
      assertThat(unknown(answer).nearest())
          .extracting(near -> near.found().passage().doc().key())
          .containsOnly("other.md");
      assertThat(answer.toString()).doesNotContain("percent", "pay.md");
    }
    assertThat(grounded(ask(PAY_QUESTION, "hr")).text()).contains("five percent");
  }

  @Test
  void searchKeepsHiddenDocumentsHiddenToo() throws InterruptedException {
    shelf.put("wiki:pay.md", PAY, HR);
    QuotingAnswerer answerer = answerer(source -> Optional.empty());
    assertThat(answerer.search(new Question(PAY_QUESTION, Reader.anyone()), 10)).isEmpty();
    assertThat(answerer.search(new Question(PAY_QUESTION, Reader.member("hr")), 10)).hasSize(1);
  }

  @Test
  void anAnswerIsAsCurrentAsTheOldestSourceThatItCites() throws InterruptedException {
    shelf
        .put("wiki:a.md", "# Kept\n\nBackups are kept for thirty days.\n")
        .put("git:b.md", "# Backups\n\nFor thirty days backups are kept in Zurich.\n")
        .put(
            "mail:c.md",
            "# Lunch\n\nThe canteen opens at noon; nobody counts how many meals are eaten, or makes backups.\n");
    Map<SourceId, Instant> inStep =
        Map.of(
            new SourceId("wiki"), Samples.NOON,
            new SourceId("git"), Samples.NOON.minus(Duration.ofHours(5)),
            new SourceId("mail"), Samples.NOON.minus(Duration.ofDays(5)));
    Question question = new Question("How long are backups kept?", Reader.anyone());
    Answer answer = answerer(source -> Optional.ofNullable(inStep.get(source))).answer(question);
    assertThat(grounded(answer).citations())
        .extracting(citation -> citation.doc().source().name())
        .containsExactlyInAnyOrder("wiki", "git");
    assertThat(answer.asOf()).containsOnlyKeys(new SourceId("wiki"), new SourceId("git"));
    assertThat(answer.oldest()).contains(Samples.NOON.minus(Duration.ofHours(5)));
  }

  @Test
  void aSourceThatWasNeverInStepIsNotCalledCurrent() throws InterruptedException {
    shelf.put("wiki:pay.md", PAY);
    Answer answer =
        answerer(source -> Optional.empty()).answer(new Question(PAY_QUESTION, Reader.anyone()));
    assertThat(grounded(answer).asOf()).isEmpty();
  }

  @Test
  void aDocumentReplacedWhileItIsQuotedIsCitedAsItWas() throws InterruptedException {
    shelf.put("wiki:pay.md", PAY);
    StoredDocument before = shelf.document(Samples.id("pay.md"));
    Runnable replace =
        () ->
            shelf.put(
                "wiki:pay.md",
                PAY.replace("five", "six"),
                Samples.EVERYONE,
                Samples.NOON.plusSeconds(9));
    Answer answer =
        new QuotingAnswerer(
                new Retriever(shelf.engine(), meddling(replace)), source -> Optional.empty())
            .answer(new Question(PAY_QUESTION, Reader.anyone()));
    Citation citation = grounded(answer).citations().getFirst();
    assertThat(citation.revision()).isEqualTo(before.head().revision());
    assertThat(before.text().substring(citation.start(), citation.end()))
        .isEqualTo(citation.quote())
        .contains("five");
    assertThat(shelf.document(Samples.id("pay.md")).text()).contains("six");
    assertThat(grounded(ask(PAY_QUESTION)).text()).contains("six");
  }

  @Test
  void theSnapshotIsClosedHoweverTheAnswerEnds() throws InterruptedException {
    shelf.put("wiki:pay.md", PAY);
    WatchedEngine watched = new WatchedEngine(shelf.engine());
    Runnable stop =
        () -> {
          throw new IllegalStateException("the model broke");
        };
    Question question = new Question(PAY_QUESTION, Reader.anyone());
    Freshness freshness = source -> Optional.empty();
    new QuotingAnswerer(new Retriever(watched, shelf.embedders()), freshness).answer(question);
    new QuotingAnswerer(new Retriever(watched, shelf.embedders()), freshness).search(question, 3);
    QuotingAnswerer broken = new QuotingAnswerer(new Retriever(watched, meddling(stop)), freshness);
    assertThatThrownBy(() -> broken.answer(question)).hasMessage("the model broke");
    assertThat(watched.opened()).isEqualTo(3);
    assertThat(watched.closed()).isEqualTo(3);
  }

  /** The shelf's models, which do something before they embed sentences for an answer. */
  private Embedders meddling(Runnable something) {
    Embedder model = shelf.embedders().of(Language.ENGLISH);
    Embedder meddling =
        new Embedder() {
          @Override
          public Space space() {
            return model.space();
          }

          @Override
          public int tokens(String text) {
            return model.tokens(text);
          }

          @Override
          public int capacity() {
            return model.capacity();
          }

          @Override
          public List<float[]> embed(List<String> texts, Role role) throws InterruptedException {
            if (role == Role.PASSAGE) {
              something.run();
            }
            return model.embed(texts, role);
          }

          @Override
          public void close() {
            model.close();
          }
        };
    return new Embedders(Map.of(Language.ENGLISH, meddling, Language.CHINESE, meddling));
  }

  @Test
  void aRowSaysWhatItsColumnsAreCalled() throws InterruptedException {
    shelf.put(
        "wiki:badges.md",
        "# Badges\n\n| Badge | Door code | Site |\n|---|---|---|\n| Liv-05 | 9091 | Turin |\n"
            + "| Ned-03 | 9053 | Basel |\n| Uma-06 | 9099 | Lyon |\n");
    Answer.Grounded answer = grounded(ask("What is the door code of badge Ned-03?"));
    assertThat(answer.statements().getFirst().text())
        .isEqualTo("Ned-03 · Door code: 9053 · Site: Basel");
    assertThat(answer.statements().getFirst().citations().getFirst().quote())
        .isEqualTo("Ned-03 | 9053 | Basel");
  }

  @Test
  void whatOnlySaysTheQuestionAgainIsNoAnswer() throws InterruptedException {
    shelf.put(
        "wiki:agenda.md",
        "# Agenda\n\n- Who repairs the oars?\n- Oars\n\nRepairs of the oars: Bo Lindqvist repairs"
            + " them on Mondays.\n");
    Answer.Grounded answer = grounded(ask("Who repairs the oars?"));
    assertThat(answer.statements().getFirst().text()).contains("Bo Lindqvist");
  }
}

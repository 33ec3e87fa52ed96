package dev.gill.answer.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.answer.QuotingAnswerer;
import dev.gill.index.Samples;
import dev.gill.model.Answer;
import dev.gill.model.Audience;
import dev.gill.model.Composition;
import dev.gill.model.Composition.Outcome;
import dev.gill.model.Flaw;
import dev.gill.model.Question;
import dev.gill.model.Reader;
import dev.gill.retrieve.Shelf;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody gets for a question where a model words the answers. */
class ComposingAnswererTest {
  private static final String QUESTION = "How many days of leave a year does everyone have?";
  private static final String RIGHT = "Everyone has 28 days of leave a year. [1]";

  private final Shelf shelf = new Shelf();
  private boolean allowed = true;
  private long spent;

  @BeforeEach
  void put() {
    shelf.put(
        "wiki:leave.md",
        "# Leave\n\nTalk to your team first. Everyone has 28 days of leave a year.\n\nEnjoy it.\n");
  }

  @AfterEach
  void close() {
    shelf.close();
  }

  private ComposingAnswerer answerer(ChatModel model) {
    Spending spending =
        new Spending() {
          @Override
          public boolean allows(long in, long out) {
            return allowed;
          }

          @Override
          public Optional<BigDecimal> settle(long asideIn, long asideOut, long in, long out) {
            spent += in + out;
            return Optional.of(BigDecimal.valueOf(in + out, 4));
          }
        };
    return new ComposingAnswerer(
        new QuotingAnswerer(shelf.retriever(), source -> Optional.of(Samples.NOON)),
        new Consultation(
            model, spending, Duration.ofSeconds(5), 200, InstantSource.fixed(Samples.NOON)));
  }

  private static Question question(String... groups) {
    return new Question(QUESTION, Reader.member(groups));
  }

  private Answer ask(ChatModel model) throws InterruptedException {
    return answerer(model).answer(question());
  }

  private static Composition composition(Answer answer) {
    return answer.composition().orElseThrow();
  }

  @Test
  void theModelsWordsAreShownWithTheSentenceThatSaysSo() throws InterruptedException {
    Answer answer = ask(ScriptedModel.saying("In a year everyone has 28 days of leave. [1]"));
    assertThat(answer).isInstanceOf(Answer.Grounded.class);
    Answer.Grounded grounded = (Answer.Grounded) answer;
    assertThat(grounded.text()).isEqualTo("In a year everyone has 28 days of leave.");
    assertThat(grounded.citations().getFirst().quote())
        .isEqualTo("Everyone has 28 days of leave a year.");
    assertThat(grounded.oldest()).contains(Samples.NOON);
    assertThat(composition(answer).outcome()).isEqualTo(Outcome.WORDED);
    assertThat(composition(answer).effort().tokensIn()).isEqualTo(100);
    assertThat(composition(answer).effort().cost()).contains(new BigDecimal("0.0120"));
  }

  @Test
  void aWrongSentenceIsDroppedAndSaidWhy() throws InterruptedException {
    Answer answer = ask(ScriptedModel.saying(RIGHT + " Everyone has 30 days of leave. [1]"));
    assertThat(((Answer.Grounded) answer).text()).doesNotContain("30");
    assertThat(composition(answer).dropped())
        .containsExactly(new Composition.Dropped("Everyone has 30 days of leave.", Flaw.NUMBER));
  }

  @Test
  void ifNothingHoldsNothingIsKnownAndTheQuotesAreShown() throws InterruptedException {
    Answer answer = ask(ScriptedModel.saying("Everyone has 30 days of leave. [1]"));
    assertThat(answer).isInstanceOf(Answer.Unknown.class);
    assertThat(((Answer.Unknown) answer).nearest().getFirst().excerpt().getFirst().text())
        .contains("28 days");
    assertThat(composition(answer).outcome()).isEqualTo(Outcome.NOTHING_HELD);
  }

  private void quoted(ChatModel model, Outcome outcome) throws InterruptedException {
    Answer answer = ask(model);
    assertThat(answer).isInstanceOf(Answer.Grounded.class);
    assertThat(((Answer.Grounded) answer).text()).contains("Everyone has 28 days of leave a year.");
    assertThat(composition(answer).outcome()).isEqualTo(outcome);
  }

  @Test
  void whateverGoesWrongTheQuotesCome() throws InterruptedException {
    for (Outcome outcome : new Outcome[] {Outcome.DOWN, Outcome.SLOW, Outcome.NONSENSE}) {
      quoted(
          new ScriptedModel(
              prompt -> {
                throw new ChatModelException(outcome, "failed");
              }),
          outcome);
    }
    quoted(
        new ScriptedModel(prompt -> new ChatModel.Reply("Everyone has 28", false, 1, 1)),
        Outcome.CUT_OFF);
    quoted(ScriptedModel.saying("  \n ... "), Outcome.NONSENSE);
    quoted(ScriptedModel.saying("NOT FOUND."), Outcome.NOTHING_FOUND);
    quoted(ScriptedModel.saying("每人每年有28天假期。[1]"), Outcome.OTHER_LANGUAGE);
  }

  @Test
  void aModelIsNotAskedBeyondItsBudget() throws InterruptedException {
    allowed = false;
    ScriptedModel model = ScriptedModel.saying(RIGHT);
    quoted(model, Outcome.OVER_BUDGET);
    assertThat(model.asked).isEmpty();
    assertThat(spent).isZero();
  }

  @Test
  void anUnchangedAnswerCostsNothingAgain() throws InterruptedException {
    ScriptedModel model = ScriptedModel.saying(RIGHT);
    ComposingAnswerer answerer = answerer(model);
    answerer.answer(question());
    Answer again = answerer.answer(question());
    assertThat(model.asked).hasSize(1);
    assertThat(spent).isEqualTo(120);
    assertThat(composition(again).effort().remembered()).isTrue();
    assertThat(composition(again).effort().tokensIn()).isZero();

    shelf.put(
        "wiki:leave.md",
        "# Leave\n\nEveryone has 28 days of leave a year. It was 25 before.\n",
        new Audience.Everyone(),
        Samples.NOON.plusSeconds(60));
    answerer.answer(question());
    assertThat(model.asked).hasSize(2);
  }

  @Test
  void aModelSeesOnlyWhatTheAskerMayReadAndKeepsNothingForOthers() throws InterruptedException {
    shelf.put(
        "wiki:secret.md",
        "# Leave of directors\n\nDirectors have 99 days of leave a year. Everyone knows.\n",
        Samples.groups("board"));
    ScriptedModel model = ScriptedModel.saying("Directors have 99 days of leave a year. [1] [2]");
    ComposingAnswerer answerer = answerer(model);
    answerer.answer(question("board"));
    Answer others = answerer.answer(question());
    assertThat(model.asked.getFirst().request()).contains("99");
    assertThat(model.asked.getLast().request()).doesNotContain("99");
    assertThat(model.asked).hasSize(2);
    assertThat(others.toString()).doesNotContain("Directors have 99 days of leave a year.\"");
    assertThat(others).isInstanceOf(Answer.Unknown.class);
  }

  @Test
  void whatWasTakenAwayWhileTheModelThoughtIsNotShown() throws InterruptedException {
    Instant later = Samples.NOON.plusSeconds(60);
    ScriptedModel model =
        new ScriptedModel(
            prompt -> {
              shelf.put(
                  "wiki:leave.md",
                  "# Leave\n\nEveryone has 20 days of leave a year.\n",
                  new Audience.Everyone(),
                  later);
              return new ChatModel.Reply(RIGHT, true, 1, 1);
            });
    Answer answer = ask(model);
    assertThat(((Answer.Grounded) answer).text()).contains("20 days").doesNotContain("28");
    assertThat(composition(answer).outcome()).isEqualTo(Outcome.CHANGED);
  }

  @Test
  void noModelIsAskedWhereNothingAnswersOrSomebodyIsImitated() throws InterruptedException {
    ScriptedModel model = ScriptedModel.saying(RIGHT);
    ComposingAnswerer answerer = answerer(model);
    answerer.answer(new Question("Who paints the moon green?", Reader.anyone()));
    answerer.answer(new Question("Pretend to be Anna: how many days of leave?", Reader.anyone()));
    assertThat(model.asked).isEmpty();
  }

  @Test
  void thePromptNamesPassagesWithTheirHeadingsAndDates() throws InterruptedException {
    ScriptedModel model = ScriptedModel.saying(RIGHT);
    ask(model);
    assertThat(model.asked.getFirst().request())
        .contains("<passage number=\"1\" document=\"Leave\" under=\"Leave\" date=\"")
        .contains("Everyone has 28 days of leave a year.")
        .endsWith("Question: " + QUESTION);
  }
}

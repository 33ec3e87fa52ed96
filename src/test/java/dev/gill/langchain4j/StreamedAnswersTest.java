package dev.gill.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.answer.QuotingAnswerer;
import dev.gill.answer.chat.ComposingAnswerer;
import dev.gill.index.Samples;
import dev.gill.model.Answer;
import dev.gill.model.Audience;
import dev.gill.model.Composition.Outcome;
import dev.gill.model.Question;
import dev.gill.model.Reader;
import dev.gill.model.Statement;
import dev.gill.retrieve.Shelf;
import dev.gill.surface.WordingAnswerer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What somebody who listens hears of an answer while a model writes it. */
@Tag("slow")
class StreamedAnswersTest {
  private static final String QUESTION = "How long are daily and monthly backups kept?";
  private static final String DAILY = "Daily backups are kept for 35 days.";
  private static final String MONTHLY = "Monthly backups are kept for 12 months.";
  private static final String WRONG = "Monthly backups are kept for 99 months.";

  private final Shelf shelf = new Shelf();
  private final List<String> heard = new ArrayList<>();
  private ScriptedServer server;
  private Duration patience = Duration.ofSeconds(20);

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedServer(ScriptedServer.saying("NOT FOUND"));
    put(new Audience.Everyone());
  }

  @AfterEach
  void stop() {
    server.close();
    shelf.close();
  }

  private void put(Audience readers) {
    shelf.put(
        "wiki:backups.md",
        "# How long backups are kept\n\n%s %s\n".formatted(DAILY, MONTHLY),
        readers);
  }

  private ComposingAnswerer answerer() {
    return WordingAnswerer.composing(
        new QuotingAnswerer(shelf.retriever(), _ -> Optional.of(Samples.NOON)),
        server.address(),
        patience);
  }

  private Answer ask() throws InterruptedException {
    return answerer()
        .answer(new Question(QUESTION, Reader.anyone()), each -> heard.add(each.text()));
  }

  private static Outcome outcome(Answer answer) {
    return answer.composition().orElseThrow().outcome();
  }

  private void quoted(Answer answer, Outcome outcome) {
    assertThat(outcome(answer)).isEqualTo(outcome);
    assertThat(((Answer.Grounded) answer).text()).isEqualTo(MONTHLY);
  }

  @Test
  void theFirstSentenceIsHeardBeforeTheModelSaysTheLast() throws InterruptedException {
    CountDownLatch first = new CountDownLatch(1);
    server.now(
        ScriptedServer.writing(
            pen -> {
              pen.say(DAILY + " [1] Monthly backups");
              first.await();
              pen.say(" are kept for 12 months. [1]");
              pen.end("stop");
            }));
    List<Statement> said = new ArrayList<>();
    Answer answer =
        answerer()
            .answer(
                new Question(QUESTION, Reader.anyone()),
                statement -> {
                  said.add(statement);
                  first.countDown();
                });
    assertThat(said).extracting(Statement::text).containsExactly(DAILY);
    assertThat(((Answer.Grounded) answer).statements()).startsWith(said.getFirst()).hasSize(2);
  }

  @Test
  void theAnswerIsTheOneThatNobodyListensTo() throws InterruptedException {
    String words = "%s [1] %s [1] %s [1]".formatted(DAILY, WRONG, MONTHLY);
    server.now(ScriptedServer.saying(words));
    Answer.Grounded whole =
        (Answer.Grounded) answerer().answer(new Question(QUESTION, Reader.anyone()));
    server.now(
        ScriptedServer.writing(
            pen -> {
              pen.say(words);
              pen.end("stop");
            }));
    Answer.Grounded streamed = (Answer.Grounded) ask();
    assertThat(streamed.statements()).isEqualTo(whole.statements());
    assertThat(streamed.asOf()).isEqualTo(whole.asOf());
    assertThat(streamed.composition().orElseThrow().dropped())
        .isEqualTo(whole.composition().orElseThrow().dropped())
        .hasSize(1);
  }

  @Test
  void whatIsWrongIsNeverHeard() throws InterruptedException {
    server.now(
        ScriptedServer.writing(
            pen -> {
              pen.say("%s [1]\n%s [1]\n%s [1]\n".formatted(DAILY, WRONG, MONTHLY));
              pen.end("stop");
            }));
    assertThat(outcome(ask())).isEqualTo(Outcome.WORDED);
    assertThat(heard).containsExactly(DAILY, MONTHLY);
  }

  @Test
  void quotesComeIfItIsCutOff() throws InterruptedException {
    server.now(ScriptedServer.writing(pen -> pen.say(DAILY + " [1]\nMonthly backups are")));
    quoted(ask(), Outcome.CUT_OFF);
    assertThat(heard).containsExactly(DAILY);
  }

  @Test
  void quotesComeIfItGoesSilent() throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    patience = Duration.ofSeconds(1);
    server.now(
        ScriptedServer.writing(
            pen -> {
              pen.say(DAILY + " [1]\nMonthly backups are");
              end.await();
            }));
    Answer answer = ask();
    end.countDown();
    quoted(answer, Outcome.SLOW);
    assertThat(answer.composition().orElseThrow().effort().tokensOut()).isPositive();
    assertThat(heard).containsExactly(DAILY);
  }

  @Test
  void whatMayNotBeReadAnyMoreIsNotHeard() throws InterruptedException {
    server.now(
        ScriptedServer.writing(
            pen -> {
              put(Samples.groups("board"));
              pen.say(DAILY + " [1]\n" + MONTHLY + " [1]\n");
              pen.end("stop");
            }));
    ask();
    assertThat(heard).isEmpty();
  }

  @Test
  void whatIsInAnotherLanguageIsNotHeard() throws InterruptedException {
    server.now(
        ScriptedServer.writing(
            pen -> {
              pen.say("每日备份保留35天。[1]\n");
              pen.end("stop");
            }));
    quoted(ask(), Outcome.OTHER_LANGUAGE);
    assertThat(heard).isEmpty();
  }
}

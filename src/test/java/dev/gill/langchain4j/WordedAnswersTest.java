package dev.gill.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.answer.QuotingAnswerer;
import dev.gill.embed.Scorers;
import dev.gill.index.Samples;
import dev.gill.model.Answer;
import dev.gill.model.Composition.Outcome;
import dev.gill.model.Flaw;
import dev.gill.model.Question;
import dev.gill.model.Reader;
import dev.gill.retrieve.Aids;
import dev.gill.retrieve.Retriever;
import dev.gill.retrieve.Shelf;
import dev.gill.surface.WordingAnswerer;
import dev.gill.translate.Dictionary;
import dev.gill.translate.Translator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Questions that need two documents, or documents of another language. */
class WordedAnswersTest {
  private static final Translator DICTIONARY = Dictionary.open(Path.of("models"));
  private static final String TWO = "How long are backups kept and who restores the database?";

  private final Shelf shelf = new Shelf();
  private ScriptedServer server;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedServer(ScriptedServer.saying("NOT FOUND"));
  }

  @AfterEach
  void stop() {
    server.close();
    shelf.close();
  }

  private Answer ask(String question) throws InterruptedException {
    Retriever retriever =
        new Retriever(shelf.engine(), shelf.embedders(), new Aids(Scorers.none(), DICTIONARY));
    QuotingAnswerer quoting = new QuotingAnswerer(retriever, _ -> Optional.of(Samples.NOON));
    return WordingAnswerer.composing(
            quoting, server.address(), Duration.ofSeconds(20), DICTIONARY::renderings)
        .answer(new Question(question, Reader.anyone()));
  }

  private static Outcome outcome(Answer answer) {
    return answer.composition().orElseThrow().outcome();
  }

  private void putBackups() {
    shelf.put("wiki:backups.md", "# Backups\n\nBackups are kept for 35 days.\n");
    StringBuilder duties = new StringBuilder("# Duties\n");
    for (String each : "orders invoices wages visits parcels maps songs tickets".split(" ")) {
      duties.append(
          """

          ## Who restores the database of %1$s

          The platform team restores the database. How long the %1$s database is kept while the %1$s \
          are counted, and who restores %1$s that the %1$s desk lost, is up to the %1$s desk.
          """
              .formatted(each));
    }
    shelf.put("wiki:duties.md", duties.toString());
  }

  @Test
  void aModelSeesBothDocumentsThatAQuestionNeedsAndEachSentenceIsHeldToItsOwn() throws Exception {
    putBackups();
    server.now(
        (exchange, request) -> {
          String shown = request.path("messages").path(1).path("content").asText();
          ScriptedServer.saying(
                  "Backups are kept for 35 days. [%s] The platform team restores the database. [%s]"
                      .formatted(number(shown, "35 days"), number(shown, "platform team")))
              .reply(exchange, request);
        });
    Answer.Grounded answer = (Answer.Grounded) ask(TWO);
    assertThat(outcome(answer)).isEqualTo(Outcome.WORDED);
    assertThat(answer.citations().stream().map(c -> c.doc().toString()))
        .containsExactly("wiki:backups.md", "wiki:duties.md");
    assertThat(answer.text())
        .isEqualTo("Backups are kept for 35 days.\nThe platform team restores the database.");
  }

  /** Of the passage that says something; 0 if none does. */
  private static String number(String shown, String words) {
    for (String passage : shown.split("<passage number=\"")) {
      if (passage.contains(words)) {
        return passage.substring(0, passage.indexOf('"'));
      }
    }
    return "0";
  }

  private void putLeave() {
    shelf.put(
        "wiki:vacation.md",
        "# Vacation\n\nEvery employee has 28 days of vacation each year. Unused vacation is not paid.\n");
  }

  @Test
  void theAskersLanguageIsSpokenOverDocumentsOfAnother() throws Exception {
    putLeave();
    server.now(ScriptedServer.saying("每位员工每年有28天假期。[1]"));
    Answer answer = ask("员工每年有多少天假期？");
    assertThat(outcome(answer)).isEqualTo(Outcome.WORDED);
    assertThat(((Answer.Grounded) answer).text()).isEqualTo("每位员工每年有28天假期。");
    assertThat(((Answer.Grounded) answer).citations().getFirst().quote())
        .isEqualTo("Every employee has 28 days of vacation each year.");
    assertThat(server.requests().getFirst().path("messages").path(0).path("content").asText())
        .contains("Answer in Chinese");
  }

  @Test
  void whatCannotBeCheckedThereBecomesQuotes() throws Exception {
    putLeave();
    for (String wrong :
        new String[] {
          "每位员工每年有30天假期。[1]", "每位员工每月有28天假期。[1]", "员工每年没有28天假期。[1]", "经理批准出差申请和预算。[1]"
        }) {
      server.now(ScriptedServer.saying(wrong));
      Answer answer = ask("员工每年有多少天假期？");
      assertThat(outcome(answer)).as(wrong).isEqualTo(Outcome.UNCHECKED);
      assertThat(((Answer.Grounded) answer).text()).contains("28 days of vacation");
    }
  }

  @Test
  void aWrongSentenceIsDroppedFromAnAnswerInTheOtherLanguage() throws Exception {
    shelf.put("wiki:备份.md", "# 备份\n\n备份保留35天。备份每天检查一次。\n");
    server.now(
        ScriptedServer.saying(
            "Backups are retained for 35 days. [1] Backups are retained for 53 days. [1]"));
    Answer answer = ask("How many days is a backup retained?");
    assertThat(((Answer.Grounded) answer).text()).isEqualTo("Backups are retained for 35 days.");
    assertThat(answer.composition().orElseThrow().dropped().getFirst().flaw())
        .isEqualTo(Flaw.NUMBER);
  }
}

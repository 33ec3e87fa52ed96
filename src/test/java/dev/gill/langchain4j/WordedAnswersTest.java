package dev.gill.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.answer.QuotingAnswerer;
import dev.gill.embed.Scorers;
import dev.gill.index.Samples;
import dev.gill.model.Answer;
import dev.gill.model.Audience;
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
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Questions that need two documents, or documents of another language. */
class WordedAnswersTest {
  private static final Translator DICTIONARY = Dictionary.open(Path.of("models"));
  private static final Audience ALL = new Audience.Everyone();
  private static final String TWO =
      "How long are backups kept and who restores the order database?";

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
    QuotingAnswerer quoting =
        new QuotingAnswerer(
            retriever, _ -> Optional.of(Samples.NOON), InstantSource.fixed(Samples.NOON));
    return WordingAnswerer.composing(
            quoting, server.address(), Duration.ofSeconds(20), DICTIONARY::renderings)
        .answer(new Question(question, Reader.anyone()));
  }

  private static Outcome outcome(Answer answer) {
    return answer.composition().orElseThrow().outcome();
  }

  /** So much is there of one half of the question that none of the other half is near. */
  private void putBackups() {
    shelf.put(
        "wiki:backups.md",
        "# Retention\n\n"
            + "Auditors ask for it each spring, and nobody else does. Backups are kept for 35"
            + " days.\n");
    for (String each :
        "order invoice wage visit parcel map song ticket tree lamp boat bridge".split(" ")) {
      shelf.put(
          "wiki:%s.md".formatted(each),
          """
          # Who restores the %1$s database

          The platform team restores the %1$s database from backups. Whoever lost a %1$s asks the \
          %1$s desk for the %1$s form.
          """
              .formatted(each));
      shelf.put(
          "wiki:long-%s.md".formatted(each),
          "# The %1$s wall\n\nThe %1$s wall is long. Every %1$s key is kept by its %1$s keeper.\n"
              .formatted(each));
    }
  }

  @Test
  void aModelSeesBothDocumentsThatAQuestionNeedsAndEachSentenceIsHeldToItsOwn() throws Exception {
    putBackups();
    server.now(
        (exchange, request) -> {
          String shown = request.path("messages").path(1).path("content").asText();
          ScriptedServer.saying(
                  "Backups are kept for 35 days. [%s] The platform team restores the order database. [%s]"
                      .formatted(number(shown, "35 days"), number(shown, "the order database")))
              .reply(exchange, request);
        });
    Answer.Grounded answer = (Answer.Grounded) ask(TWO);
    assertThat(outcome(answer)).isEqualTo(Outcome.WORDED);
    assertThat(answer.citations().stream().map(c -> c.doc().toString()))
        .containsExactly("wiki:backups.md", "wiki:order.md");
    assertThat(answer.text())
        .isEqualTo("Backups are kept for 35 days.\nThe platform team restores the order database.");
  }

  @Test
  void aDocumentWithManyPassagesCrowdsNoOtherOut() throws Exception {
    StringBuilder many = new StringBuilder("# Backups\n");
    for (String each : "orders invoices wages visits parcels maps songs".split(" ")) {
      many.append(
          "\n## How long backups of %1$s are kept\n\nBackups of %1$s are kept as long as %1$s matter to the %1$s desk.\n"
              .formatted(each));
    }
    shelf.put("wiki:many.md", many.toString());
    shelf.put("wiki:rule.md", "# Rules\n\nThe auditors want backups kept for 35 days.\n");
    ask("How long are backups kept?");
    assertThat(server.requests().getFirst().path("messages").path(1).path("content").asText())
        .contains("Backups of orders", "want backups kept for 35 days");
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
        "# Vacation\n\n"
            + "Every employee has 28 days of vacation each year. Unused vacation is not paid.\n");
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

  private void putNews() {
    Instant now = Samples.NOON;
    shelf.put(
        "wiki:ops/old.md", "# Old\n\nOld pages say little.\n", ALL, now.minus(Duration.ofDays(30)));
    shelf.put(
        "wiki:ops/deploys.md",
        "# Deploys\n\nDeploys happen on Tuesdays.\n",
        ALL,
        now.minus(Duration.ofDays(2)));
    shelf.put(
        "wiki:ops/logs.md",
        "# Logs\n\nLogs are kept for 14 days.\n",
        ALL,
        now.minus(Duration.ofDays(1)));
    shelf.put(
        "wiki:lunch.md", "# Lunch\n\nLunch is at noon.\n", ALL, now.minus(Duration.ofHours(1)));
    shelf.put(
        "wiki:ops/pay.md",
        "# Pay\n\nThe pay round is in May.\n",
        Samples.groups("board"),
        now.minus(Duration.ofHours(2)));
  }

  @Test
  void whatChangedIsListedAndNothingThatMayNotBeRead() throws Exception {
    putNews();
    server.now(ScriptedServer.sending(503, ""));
    Answer answer = ask("Summarise what changed in ops in the last 7 days");
    assertThat(((Answer.Grounded) answer).text())
        .isEqualTo("Logs: Logs are kept for 14 days.\nDeploys: Deploys happen on Tuesdays.");
    assertThat(outcome(answer)).isEqualTo(Outcome.DOWN);
    assertThat(((Answer.Grounded) ask("最近7天ops有什么变化？")).citations()).hasSize(2);
  }

  @Test
  void aModelWordsWhatChangedAndIsHeldToIt() throws Exception {
    putNews();
    server.now(
        ScriptedServer.saying(
            "Logs are now kept for 14 days. [1] Deploys happen on Fridays. [2] Deploys happen on"
                + " Tuesdays. [2]"));
    Answer answer = ask("Summarise what changed in ops in the last 7 days");
    assertThat(((Answer.Grounded) answer).text())
        .isEqualTo("Logs are now kept for 14 days.\nDeploys happen on Tuesdays.");
    assertThat(server.requests().getFirst().toString())
        .doesNotContain("pay round")
        .doesNotContain("Old pages");
  }

  @Test
  void thatNothingChangedIsSaid() throws Exception {
    putNews();
    Answer.Unknown answer = (Answer.Unknown) ask("What has changed in gardening since yesterday?");
    assertThat(answer.declined().orElseThrow()).contains("Nothing that you may read");
  }
}

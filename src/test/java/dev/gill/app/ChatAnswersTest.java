package dev.gill.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gill.answer.QuotingAnswerer;
import dev.gill.embed.Embedders;
import dev.gill.embed.Scorers;
import dev.gill.embed.onnx.OnnxModels;
import dev.gill.embed.onnx.OnnxSettings;
import dev.gill.index.IndexEngine;
import dev.gill.index.lucene.LuceneEngine;
import dev.gill.model.Answer;
import dev.gill.model.Citation;
import dev.gill.model.Identity;
import dev.gill.model.People;
import dev.gill.model.Question;
import dev.gill.model.Reader;
import dev.gill.model.SourceId;
import dev.gill.parse.formats.Formats;
import dev.gill.retrieve.Aids;
import dev.gill.retrieve.Retriever;
import dev.gill.source.MadeSource;
import dev.gill.source.Settings;
import dev.gill.source.SourceContext;
import dev.gill.source.chatexport.ChatExportType;
import dev.gill.sync.Breathing;
import dev.gill.sync.Followed;
import dev.gill.sync.Intake;
import dev.gill.translate.Dictionary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is answered from a chat: a team's rooms, exported, and what people ask of them. */
@Tag("slow")
class ChatAnswersTest {
  private static final SourceId CHAT = new SourceId("chat");

  @TempDir static Path work;
  private static Scorers readers;
  private static Embedders embedders;
  private static IndexEngine engine;
  private static Breathing breathing;
  private static QuotingAnswerer answerer;

  @BeforeAll
  static void followTheChat() throws Exception {
    Path exports = Files.createDirectory(work.resolve("exports"));
    Files.copy(Path.of("src/test/resources/chat/ops.txt"), exports.resolve("ops.txt"));
    Files.copy(Path.of("src/test/resources/chat/运维.txt"), exports.resolve("运维.txt"));
    OnnxModels models = new OnnxModels(Path.of("models"), OnnxSettings.defaults());
    embedders = models.open();
    readers = models.openReaders();
    engine = LuceneEngine.open(work.resolve("index"), new HashSet<>(embedders.spaces().values()));
    Clock clock = Clock.systemUTC();
    People people = new People(Map.of(), Set.of(new Identity("chat", "Mallory")));
    MadeSource made =
        new ChatExportType()
            .make(
                new Settings(
                    CHAT,
                    Map.of("path", exports.toString(), "zone", "UTC", "audience", "everyone")),
                new SourceContext(work.resolve("data"), Formats::known, clock, people));
    breathing =
        new Breathing(
            List.of(new Followed(made.source(), "chatexport", made.every())),
            engine,
            new Intake(engine, new Formats(), Formats.RECIPE, embedders, clock),
            clock);
    Aids aids = new Aids(readers, Dictionary.open(Path.of("models")));
    answerer = new QuotingAnswerer(new Retriever(engine, embedders, aids), breathing::inStepAt);
    breathing.start();
    await().atMost(Duration.ofMinutes(2)).until(() -> breathing.inStepAt(CHAT).isPresent());
  }

  @AfterAll
  static void close() {
    breathing.close();
    engine.close();
    readers.close();
    embedders.close();
  }

  private static Citation first(String question) throws InterruptedException {
    return switch (answerer.answer(new Question(question, Reader.anyone()))) {
      case Answer.Grounded grounded -> grounded.statements().getFirst().citations().getFirst();
      case Answer.Near near -> near.citation();
      case Answer.Unknown unknown -> throw new AssertionError(question + " is not answered");
    };
  }

  @Test
  void theAnswerIsQuotedAndNotTheQuestionThatSomebodyElseAsked() throws Exception {
    Citation citation = first("How do we renew the gateway certificate?");
    assertThat(citation.quote()).contains("renew.sh");
    assertThat(citation.where().author()).isEqualTo("Bo Berg");
    assertThat(citation.where().modified()).isEqualTo(Instant.parse("2026-03-02T10:04:00Z"));
  }

  @Test
  void whoAskedForHelpWithoutAQuestionMarkIsNotQuotedEither() throws Exception {
    Citation citation =
        first("What do I do when the nightly export to the warehouse fails with a timeout?");
    assertThat(citation.quote()).contains("pool_size");
  }

  @Test
  void aCorrectionIsQuotedBeforeWhatItCorrects() throws Exception {
    Citation citation = first("When is the release window?");
    assertThat(citation.quote()).contains("Wednesday").doesNotContain("Tuesday");
  }

  @Test
  void whatIsSaidAgainWithAnotherNumberIsQuotedBeforeWhatItReplaces() throws Exception {
    Citation citation = first("In which room is the weekly review?");
    assertThat(citation.quote()).contains("307").doesNotContain("412");
  }

  @Test
  void theSameInChinese() throws Exception {
    assertThat(first("测试库的密码谁来重置？").quote()).contains("找李娜");
    assertThat(first("周会改到几点？").quote()).contains("三点半");
  }

  @Test
  void whatWasSaidInAnotherConversationMeanwhileDoesNotInterfere() throws Exception {
    Citation citation = first("Where does the spare badge hang?");
    assertThat(citation.quote()).contains("second drawer");
    assertThat(citation.where().author()).isEqualTo("Cem Aydin");
  }

  @Test
  void nobodyIsAnsweredFromWhatSomebodyWroteWhoOptedOut() throws Exception {
    Answer answer =
        answerer.answer(new Question("What colour is the zeppelin hangar door?", Reader.anyone()));
    assertThat(answer.toString()).doesNotContain("vermilion");
  }
}

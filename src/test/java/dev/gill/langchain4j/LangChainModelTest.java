package dev.gill.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gill.answer.chat.ChatModel;
import dev.gill.answer.chat.ChatModelException;
import dev.gill.answer.chat.Prompt;
import dev.gill.model.Composition.Outcome;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A model behind a server that may be honest, rude, slow, broken or endless. */
@Tag("slow")
class LangChainModelTest {
  private static final Prompt PROMPT = new Prompt("rules", "Question: how long?");
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private ScriptedServer server;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedServer(ScriptedServer.saying("35 days. [1]"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private LangChainModel model() {
    return model(server.address());
  }

  private static LangChainModel model(URI address) {
    return LangChainModel.openAi(address, "small", Optional.of("sk-secret"), PATIENCE, 77);
  }

  private ChatModelException failure(Duration patience) {
    LangChainModel model = model();
    return catchThrowableOfType(ChatModelException.class, () -> model.reply(PROMPT, patience));
  }

  @Test
  void anHonestOneIsReadWithWhatItTook() throws InterruptedException {
    ChatModel.Reply reply = model().reply(PROMPT, PATIENCE);
    assertThat(reply).isEqualTo(new ChatModel.Reply("35 days. [1]", true, 321, 12));
    assertThat(server.keys()).containsExactly("Bearer sk-secret");
    assertThat(server.requests().getFirst().path("model").asText()).isEqualTo("small");
    assertThat(server.requests().getFirst().path("max_tokens").asInt()).isEqualTo(77);
    assertThat(server.requests().getFirst().path("messages").path(0).path("role").asText())
        .isEqualTo("system");
  }

  @Test
  void whatIsNotCountedIsEstimated() throws InterruptedException {
    server.now(
        ScriptedServer.sending(
            200,
            "{\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"role\":\"assistant\",\"content\":\"35"
                + " days.\"}}]}"));
    ChatModel.Reply reply = model().reply(PROMPT, PATIENCE);
    assertThat(reply.tokensIn()).isPositive();
    assertThat(reply.tokensOut()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"length", "content_filter"})
  void whatWasCutOffIsNotWhole(String reason) throws InterruptedException {
    server.now(ScriptedServer.ending("Backups are kept for", reason));
    assertThat(model().reply(PROMPT, PATIENCE).isWhole()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 400, 401, 403, 404, 429, 500, 503})
  void aRudeOneIsDownAndItsWordsAreNotRepeated(int status) {
    server.now(ScriptedServer.sending(status, "{\"error\":{\"message\":\"sk-secret is wrong\"}}"));
    ChatModelException failure = failure(PATIENCE);
    assertThat(failure.outcome()).isEqualTo(Outcome.DOWN);
    assertThat(failure).hasMessageNotContaining("sk-secret").hasMessageContaining("" + status);
  }

  @Test
  void oneThatIsNotThereIsDown() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    LangChainModel model = model(URI.create("http://127.0.0.1:" + free + "/v1"));
    assertThat(
            catchThrowableOfType(ChatModelException.class, () -> model.reply(PROMPT, PATIENCE))
                .outcome())
        .isEqualTo(Outcome.DOWN);
  }

  @Test
  void aSlowOneIsLeftInTimeAlsoIfItDrips() {
    CountDownLatch end = new CountDownLatch(1);
    server.now(
        (exchange, request) -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write('{');
          exchange.getResponseBody().flush();
          await(end);
        });
    Instant began = Instant.now();
    ChatModelException failure = failure(Duration.ofMillis(400));
    end.countDown();
    assertThat(failure.outcome()).isEqualTo(Outcome.SLOW);
    assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(6));
  }

  private static void await(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "<html>busy</html>",
        "{\"choices\":[]}",
        "{\"choices\":[{\"message\":null}]}",
        "{\"choices\":[{\"message\":{\"role\":\"assistant\"}}]}",
        "{\"choices\":\"no\"}"
      })
  void aBrokenOneIsNonsense(String body) {
    server.now(ScriptedServer.sending(200, body));
    assertThat(failure(PATIENCE).outcome()).isEqualTo(Outcome.NONSENSE);
  }

  @Test
  void anEndlessOneIsReadNoFurtherThanAnAnswerCanBe() {
    server.now(
        (exchange, request) -> {
          exchange.sendResponseHeaders(200, 0);
          byte[] some = " ".repeat(100_000).getBytes(java.nio.charset.StandardCharsets.UTF_8);
          for (int i = 0; i < 10_000; i++) {
            exchange.getResponseBody().write(some);
          }
        });
    assertThat(failure(PATIENCE).outcome()).isEqualTo(Outcome.NONSENSE);
  }

  @Test
  void whatIsWrittenIsHeardBeforeItsEnd() throws InterruptedException {
    CountDownLatch heard = new CountDownLatch(1);
    server.now(
        ScriptedServer.writing(
            pen -> {
              pen.say("35 days. ");
              heard.await();
              pen.say("[1]");
              pen.end("stop");
            }));
    StringBuilder all = new StringBuilder();
    ChatModel.Reply reply =
        model()
            .reply(
                PROMPT,
                PATIENCE,
                piece -> {
                  all.append(piece);
                  heard.countDown();
                });
    assertThat(reply).isEqualTo(new ChatModel.Reply("35 days. [1]", true, 321, 12));
    assertThat(all).hasToString("35 days. [1]");
  }

  @Test
  void whatEndsInTheMiddleIsNotWholeAndCounted() throws InterruptedException {
    server.now(ScriptedServer.writing(pen -> pen.say("Backups are kept for")));
    ChatModel.Reply reply = model().reply(PROMPT, PATIENCE);
    assertThat(reply.isWhole()).isFalse();
    assertThat(reply.tokensOut()).isPositive();
  }

  @Test
  void aConnectionThatBreaksInTheMiddleIsNotWholeAndCounted() throws InterruptedException {
    server.now(
        (exchange, request) -> {
          exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
          exchange.sendResponseHeaders(200, 10_000);
          exchange
              .getResponseBody()
              .write(
                  "data: {\"choices\":[{\"delta\":{\"content\":\"Backups are\"}}]}\n\n"
                      .getBytes(java.nio.charset.StandardCharsets.UTF_8));
          exchange.getResponseBody().flush();
          throw new java.io.IOException("broken");
        });
    ChatModel.Reply reply = model().reply(PROMPT, PATIENCE);
    assertThat(reply.isWhole()).isFalse();
    assertThat(reply.text()).isEqualTo("Backups are");
    assertThat(reply.tokensOut()).isPositive();
  }

  @Test
  void whatCameOfASlowOneIsCounted() {
    CountDownLatch end = new CountDownLatch(1);
    server.now(
        ScriptedServer.writing(
            pen -> {
              pen.say("Backups are kept for thirty-five days, which is");
              end.await();
            }));
    ChatModelException failure = failure(Duration.ofMillis(800));
    end.countDown();
    assertThat(failure.outcome()).isEqualTo(Outcome.SLOW);
    assertThat(failure.tokensOut().orElseThrow()).isBetween(8L, 20L);
  }

  @Test
  void oneThatGivesNoEventsIsAskedForAWholeReplyFromThenOn() throws InterruptedException {
    server.now(
        (exchange, request) -> {
          boolean events = request.path("stream").asBoolean();
          ScriptedServer.Script script =
              events ? ScriptedServer.sending(400, "{}") : ScriptedServer.saying("35 days. [1]");
          script.reply(exchange, request);
        });
    LangChainModel model = model();
    assertThat(model.reply(PROMPT, PATIENCE).text()).isEqualTo("35 days. [1]");
    assertThat(model.reply(PROMPT, PATIENCE).text()).isEqualTo("35 days. [1]");
    assertThat(server.requests()).hasSize(3);
  }
}

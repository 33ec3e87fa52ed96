package dev.gill.surface.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.StreamResponse;
import com.openai.errors.BadRequestException;
import com.openai.errors.NotFoundException;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionMessage;
import dev.gill.surface.SmallHouse;
import dev.gill.surface.SmallTeam;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** With OpenAI's own library for Java, and with LangChain4j's model. */
@Tag("slow")
@QuarkusTest
@TestProfile(SmallHouse.Profile.class)
class OpenAiClientsTest {
  private static final String QUESTION = "writer before you restore";
  private static final String ANY_KEY = "none";

  @Inject SmallHouse house;
  @TestHTTPResource URI home;

  @BeforeEach
  void moveIn() {
    SmallTeam.moveInto(house);
  }

  private String base() {
    return "http://localhost:" + home.getPort() + "/v1";
  }

  private OpenAIClient client() {
    return OpenAIOkHttpClient.builder().baseUrl(base()).apiKey(ANY_KEY).maxRetries(0).build();
  }

  private static ChatCompletionCreateParams params(String model, String question) {
    return ChatCompletionCreateParams.builder().model(model).addUserMessage(question).build();
  }

  @Test
  void theirLibraryReadsAnswerAndAnnotations() {
    OpenAIClient client = client();
    try {
      ChatCompletion completion =
          client.chat().completions().create(params("gill", QUESTION)).validate();
      ChatCompletionMessage message = completion.choices().getFirst().message();
      assertThat(message.content().orElseThrow()).startsWith(SmallTeam.STOP + " [1]");
      var cited = message.annotations().orElseThrow().getFirst().urlCitation();
      assertThat(cited.title()).isEqualTo("Restoring the database");
      assertThat(cited.url()).contains("restore.md#L7");
      assertThat(client.models().list().data())
          .extracting(each -> each.id())
          .containsExactly("gill");
    } finally {
      client.close();
    }
  }

  @Test
  void theirLibraryReadsAStream() {
    OpenAIClient client = client();
    try (StreamResponse<ChatCompletionChunk> stream =
        client.chat().completions().createStreaming(params("gill", QUESTION))) {
      String text =
          stream.stream()
              .flatMap(chunk -> chunk.validate().choices().stream())
              .flatMap(choice -> choice.delta().content().stream())
              .collect(Collectors.joining());
      assertThat(text).startsWith(SmallTeam.STOP + " [1]").contains("As of 20 Nov 2026");
    } finally {
      client.close();
    }
  }

  @Test
  void theirLibraryKnowsTheErrors() {
    OpenAIClient client = client();
    try {
      assertThatThrownBy(() -> client.chat().completions().create(params("gpt-4o", QUESTION)))
          .isInstanceOf(NotFoundException.class)
          .hasMessageContaining("gpt-4o is no model here; use gill.");
      assertThatThrownBy(() -> client.chat().completions().create(params("gill", " ")))
          .isInstanceOf(BadRequestException.class)
          .hasMessageContaining("Send a message of the user");
    } finally {
      client.close();
    }
  }

  @Test
  void theModelOfLangChain4jAnswers() {
    OpenAiChatModel model =
        OpenAiChatModel.builder().baseUrl(base()).apiKey(ANY_KEY).modelName("gill").build();
    assertThat(model.chat(QUESTION)).startsWith(SmallTeam.STOP + " [1]");
  }

  @Test
  void theModelOfLangChain4jStreams() throws Exception {
    OpenAiStreamingChatModel model =
        OpenAiStreamingChatModel.builder()
            .baseUrl(base())
            .apiKey(ANY_KEY)
            .modelName("gill")
            .build();
    CompletableFuture<String> text = new CompletableFuture<>();
    model.chat(
        QUESTION,
        new StreamingChatResponseHandler() {
          @Override
          public void onPartialResponse(String partial) {}

          @Override
          public void onCompleteResponse(ChatResponse complete) {
            text.complete(complete.aiMessage().text());
          }

          @Override
          public void onError(Throwable error) {
            text.completeExceptionally(error);
          }
        });
    assertThat(text.get(20, TimeUnit.SECONDS)).startsWith(SmallTeam.STOP + " [1]");
  }
}

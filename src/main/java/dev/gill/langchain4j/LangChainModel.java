package dev.gill.langchain4j;

import dev.gill.answer.chat.ChatModel;
import dev.gill.answer.chat.ChatModelException;
import dev.gill.answer.chat.Prompt;
import dev.gill.model.Composition.Outcome;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A model of LangChain4j's as Gill asks it: within a time that includes the whole reply, and with
 * nothing of a server's words in what is said of a failure.
 */
public final class LangChainModel implements ChatModel {
  private static final Logger LOG = System.getLogger(LangChainModel.class.getName());

  /** UTF-16 units that a token has at most, where a server does not count. */
  private static final int TOKEN = 3;

  private static final int LEAST_ERROR = 300;

  private final dev.langchain4j.model.chat.ChatModel model;
  private final String name;

  /** Any model of LangChain4j's. */
  public LangChainModel(dev.langchain4j.model.chat.ChatModel model, String name) {
    this.model = model;
    this.name = name;
  }

  /**
   * A model behind an interface such as OpenAI's.
   *
   * @param address below which {@code chat/completions} lies
   * @param key sent to that address alone; empty if none is needed
   * @param longest tokens that a reply may have
   */
  public static LangChainModel openAi(
      URI address, String name, Optional<String> key, Duration patience, int longest) {
    return new LangChainModel(
        OpenAiChatModel.builder()
            .httpClientBuilder(new BoundedHttp(patience))
            .baseUrl(address.toString())
            .apiKey(key.orElse("none"))
            .modelName(name)
            .temperature(0.0)
            .maxTokens(longest)
            .maxRetries(0)
            .timeout(patience)
            .logRequests(false)
            .logResponses(false)
            .build(),
        name);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Reply reply(Prompt prompt, Duration atMost) throws InterruptedException {
    ChatRequest request =
        ChatRequest.builder()
            .messages(SystemMessage.from(prompt.rules()), UserMessage.from(prompt.request()))
            .build();
    FutureTask<ChatResponse> task = new FutureTask<>(() -> model.chat(request));
    Thread.ofVirtual().name("chat-model").start(task);
    try {
      return read(task.get(atMost.toMillis(), TimeUnit.MILLISECONDS), prompt);
    } catch (TimeoutException e) {
      throw failed(Outcome.SLOW, "gave no answer in " + atMost.toMillis() + " ms");
    } catch (ExecutionException e) {
      throw failed(e.getCause(), atMost);
    } finally {
      task.cancel(true);
    }
  }

  private Reply read(ChatResponse response, Prompt prompt) {
    String text = response.aiMessage() == null ? null : response.aiMessage().text();
    if (text == null) {
      throw failed(Outcome.NONSENSE, "answered without a text");
    }
    TokenUsage usage = response.tokenUsage();
    long estimated = prompt.rules().length() + (long) prompt.request().length();
    return new Reply(
        text,
        response.finishReason() != FinishReason.LENGTH
            && response.finishReason() != FinishReason.CONTENT_FILTER,
        counted(usage == null ? null : usage.inputTokenCount(), estimated),
        counted(usage == null ? null : usage.outputTokenCount(), text.length()));
  }

  private static long counted(Integer said, long units) {
    return said == null || said < 0 ? units / TOKEN + 1 : said;
  }

  private ChatModelException failed(Throwable cause, Duration atMost) {
    for (Throwable each = cause; each != null; each = each.getCause()) {
      if (each instanceof java.net.http.HttpTimeoutException
          && !(each instanceof java.net.http.HttpConnectTimeoutException)) {
        return failed(Outcome.SLOW, "gave no answer in " + atMost.toMillis() + " ms");
      }
      if (each instanceof HttpException http && http.statusCode() >= LEAST_ERROR) {
        return failed(Outcome.DOWN, "answered with status " + http.statusCode());
      }
      if (each instanceof BoundedHttp.TooLongException) {
        return failed(Outcome.NONSENSE, "answered more than is read");
      }
      if (each instanceof java.io.IOException
          && !(each instanceof com.fasterxml.jackson.core.JacksonException)) {
        return failed(Outcome.DOWN, "cannot be reached: " + each.getClass().getSimpleName());
      }
    }
    return failed(
        Outcome.NONSENSE, "gave no answer that can be read: " + cause.getClass().getSimpleName());
  }

  private ChatModelException failed(Outcome outcome, String what) {
    LOG.log(Level.WARNING, () -> "The chat model " + name + " " + what + "; quotes stand in.");
    return new ChatModelException(outcome, what);
  }
}

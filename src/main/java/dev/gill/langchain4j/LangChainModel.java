package dev.gill.langchain4j;

import dev.gill.answer.chat.ChatModel;
import dev.gill.answer.chat.ChatModelException;
import dev.gill.answer.chat.Prompt;
import dev.gill.model.Composition.Outcome;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * A model of LangChain4j's as Gill asks it: within a time that includes the whole reply, and with
 * nothing of a server's words in what is said of a failure.
 */
public final class LangChainModel implements ChatModel {
  private static final Logger LOG = System.getLogger(LangChainModel.class.getName());

  /** UTF-16 units that a token has at most, where a server does not count. */
  private static final int TOKEN = 3;

  private static final String NO_KEY = "none";

  /** What a server says that gives no events, whatever else may be wrong. */
  private static final Set<Integer> REFUSED = Set.of(400, 422);

  private final dev.langchain4j.model.chat.ChatModel model;
  private final String name;
  private final Optional<StreamingChatModel> streaming;
  private volatile boolean wholeAlone;

  /** Any model of LangChain4j's, which gives its replies whole. */
  public LangChainModel(dev.langchain4j.model.chat.ChatModel model, String name) {
    this(model, Optional.empty(), name);
  }

  /** Any model of LangChain4j's that gives its replies whole, or while it writes them. */
  public LangChainModel(
      dev.langchain4j.model.chat.ChatModel model,
      Optional<StreamingChatModel> streaming,
      String name) {
    this.model = model;
    this.streaming = streaming;
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
    OpenAiChatModel whole =
        OpenAiChatModel.builder()
            .httpClientBuilder(new BoundedHttp(patience))
            .baseUrl(address.toString())
            .apiKey(key.orElse(NO_KEY))
            .modelName(name)
            .temperature(0.0)
            .maxTokens(longest)
            .maxRetries(0)
            .timeout(patience)
            .logRequests(false)
            .logResponses(false)
            .build();
    OpenAiStreamingChatModel streaming =
        OpenAiStreamingChatModel.builder()
            .httpClientBuilder(new BoundedHttp(patience))
            .baseUrl(address.toString())
            .apiKey(key.orElse(NO_KEY))
            .modelName(name)
            .temperature(0.0)
            .maxTokens(longest)
            .timeout(patience)
            .logRequests(false)
            .logResponses(false)
            .build();
    return new LangChainModel(whole, Optional.of(streaming), name);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Reply reply(Prompt prompt, Duration atMost) throws InterruptedException {
    return reply(prompt, atMost, _ -> {});
  }

  @Override
  public Reply reply(Prompt prompt, Duration atMost, Consumer<String> heard)
      throws InterruptedException {
    ChatRequest request =
        ChatRequest.builder()
            .messages(SystemMessage.from(prompt.rules()), UserMessage.from(prompt.request()))
            .build();
    long until = System.nanoTime() + atMost.toNanos();
    if (streaming.isEmpty() || wholeAlone) {
      return whole(request, prompt, atMost);
    }
    try {
      return streamed(streaming.get(), request, prompt, atMost, heard);
    } catch (RefusedException e) {
      Reply reply = whole(request, prompt, Duration.ofNanos(until - System.nanoTime()));
      wholeAlone = true;
      return reply;
    }
  }

  private Reply whole(ChatRequest request, Prompt prompt, Duration atMost)
      throws InterruptedException {
    FutureTask<ChatResponse> task = new FutureTask<>(() -> model.chat(request));
    Thread.ofVirtual().name("chat-model").start(task);
    try {
      return read(task.get(atMost.toMillis(), TimeUnit.MILLISECONDS), prompt, true);
    } catch (TimeoutException e) {
      throw warned(Failing.slow(atMost, OptionalLong.empty()));
    } catch (ExecutionException e) {
      throw warned(Failing.of(e.getCause(), atMost, OptionalLong.empty()));
    } finally {
      task.cancel(true);
    }
  }

  private Reply streamed(
      StreamingChatModel model,
      ChatRequest request,
      Prompt prompt,
      Duration atMost,
      Consumer<String> heard)
      throws InterruptedException, RefusedException {
    Dictation dictation = new Dictation(heard);
    try {
      ChatResponse response = dictation.take(model, request, atMost);
      return response == null
          ? new Reply(dictation.heard(), false, tokensOf(prompt), tokensOf(dictation.heard()))
          : read(response, prompt, response.finishReason() != null);
    } catch (TimeoutException e) {
      throw warned(Failing.slow(atMost, OptionalLong.of(tokensOf(dictation.heard()))));
    } catch (ExecutionException e) {
      if (Failing.status(e.getCause()).filter(REFUSED::contains).isPresent()) {
        throw new RefusedException();
      }
      OptionalLong received = OptionalLong.of(tokensOf(dictation.heard()));
      throw warned(Failing.of(e.getCause(), atMost, received));
    }
  }

  /** A server may not give events. */
  private static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  private Reply read(ChatResponse response, Prompt prompt, boolean ended) {
    String text = response.aiMessage() == null ? null : response.aiMessage().text();
    if (text == null) {
      throw warned(new ChatModelException(Outcome.NONSENSE, "answered without a text"));
    }
    TokenUsage usage = response.tokenUsage();
    return new Reply(
        text,
        ended
            && response.finishReason() != FinishReason.LENGTH
            && response.finishReason() != FinishReason.CONTENT_FILTER,
        counted(usage == null ? null : usage.inputTokenCount(), tokensOf(prompt)),
        counted(usage == null ? null : usage.outputTokenCount(), tokensOf(text)));
  }

  private static long tokensOf(Prompt prompt) {
    return tokensOf(prompt.rules() + prompt.request());
  }

  private static long tokensOf(String text) {
    return text.isEmpty() ? 0 : text.length() / TOKEN + 1;
  }

  private static long counted(Integer said, long estimated) {
    return said == null || said < 0 ? estimated : said;
  }

  private ChatModelException warned(ChatModelException failure) {
    LOG.log(
        Level.WARNING,
        () -> "The chat model " + name + " " + failure.getMessage() + "; quotes stand in.");
    return failure;
  }
}

package dev.gill.langchain4j;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** One reply, taken down while it is written. */
final class Dictation {
  private sealed interface Event {
    record Piece(String text) implements Event {}

    record End(ChatResponse response) implements Event {}

    record Failure(Throwable cause) implements Event {}
  }

  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final StringBuilder heard = new StringBuilder();
  private final Consumer<String> listener;

  Dictation(Consumer<String> listener) {
    this.listener = listener;
  }

  /** What was heard so far. */
  String heard() {
    return heard.toString();
  }

  /**
   * The whole reply; null if the connection broke after some of it.
   *
   * @throws TimeoutException if it has not come to an end in time
   * @throws ExecutionException if the model failed before it said anything
   */
  ChatResponse take(StreamingChatModel model, ChatRequest request, Duration atMost)
      throws InterruptedException, TimeoutException, ExecutionException {
    long until = System.nanoTime() + atMost.toNanos();
    Thread asking = Thread.ofVirtual().name("chat-model").start(() -> ask(model, request));
    try {
      while (true) {
        Event event = events.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        switch (event) {
          case null -> throw new TimeoutException();
          case Event.Piece(String text) -> {
            heard.append(text);
            listener.accept(text);
          }
          case Event.End(ChatResponse response) -> {
            return response;
          }
          case Event.Failure(Throwable cause) -> {
            if (heard.isEmpty() || !isBroken(cause)) {
              throw new ExecutionException(cause);
            }
            return null;
          }
        }
      }
    } finally {
      asking.interrupt();
    }
  }

  private void ask(StreamingChatModel model, ChatRequest request) {
    try {
      model.chat(request, new Pieces());
    } catch (RuntimeException e) {
      events.add(new Event.Failure(e));
    }
  }

  private static boolean isBroken(Throwable cause) {
    for (Throwable each = cause; each != null; each = each.getCause()) {
      if (Failing.isConnection(each)) {
        return true;
      }
    }
    return false;
  }

  private final class Pieces implements StreamingChatResponseHandler {
    @Override
    public void onPartialResponse(String text) {
      events.add(new Event.Piece(text));
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
      events.add(new Event.End(response));
    }

    @Override
    public void onError(Throwable cause) {
      events.add(new Event.Failure(cause));
    }
  }
}

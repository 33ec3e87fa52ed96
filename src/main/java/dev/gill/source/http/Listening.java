package dev.gill.source.http;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** What comes over one WebSocket. A connection may be dead without a word, so silence ends it. */
final class Listening implements WebSocket.Listener {
  private static final Duration SILENCE = Duration.ofMinutes(2);

  /** An event is far smaller. */
  private static final int MOST_CHARS = 4 << 20;

  private sealed interface Came {
    record Text(String text) implements Came {}

    record Sign() implements Came {}

    record End() implements Came {}
  }

  private final BlockingQueue<Came> queue = new LinkedBlockingQueue<>();
  private final StringBuilder partial = new StringBuilder();

  /** Hands over what comes until it ends. */
  void hear(WebSocket socket, Function<String, Optional<String>> talk) throws InterruptedException {
    try {
      while (queue.poll(SILENCE.toSeconds(), TimeUnit.SECONDS) instanceof Came came
          && !(came instanceof Came.End)) {
        if (came instanceof Came.Text(String text)) {
          talk.apply(text).ifPresent(answer -> socket.sendText(answer, true).join());
        }
      }
    } finally {
      socket.abort();
    }
  }

  @Override
  public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
    partial.append(data);
    if (partial.length() > MOST_CHARS) {
      queue.add(new Came.End());
      return null;
    }
    if (last) {
      queue.add(new Came.Text(partial.toString()));
      partial.setLength(0);
    }
    socket.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onPing(WebSocket socket, ByteBuffer message) {
    queue.add(new Came.Sign());
    socket.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
    queue.add(new Came.End());
    return null;
  }

  @Override
  public void onError(WebSocket socket, Throwable error) {
    queue.add(new Came.End());
  }
}

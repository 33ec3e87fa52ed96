package dev.gill.langchain4j;

import com.fasterxml.jackson.core.JacksonException;
import dev.gill.answer.chat.ChatModelException;
import dev.gill.model.Composition.Outcome;
import dev.langchain4j.exception.HttpException;
import java.io.IOException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** Says what a failure of a chat model comes to, and repeats nothing that a server said. */
final class Failing {
  private static final int LEAST_ERROR = 300;

  private Failing() {}

  /**
   * A failure.
   *
   * @param received tokens that came before it; empty if nobody knows
   */
  static ChatModelException of(Throwable cause, Duration atMost, OptionalLong received) {
    for (Throwable each = cause; each != null; each = each.getCause()) {
      if (each instanceof HttpTimeoutException && !(each instanceof HttpConnectTimeoutException)) {
        return slow(atMost, received);
      }
      if (each instanceof HttpException http && http.statusCode() >= LEAST_ERROR) {
        return new ChatModelException(Outcome.DOWN, "answered with status " + http.statusCode());
      }
      if (each instanceof BoundedHttp.TooLongException) {
        return new ChatModelException(Outcome.NONSENSE, "answered more than is read", received);
      }
      if (isConnection(each)) {
        return new ChatModelException(
            Outcome.DOWN, "cannot be reached: " + each.getClass().getSimpleName());
      }
    }
    return new ChatModelException(
        Outcome.NONSENSE,
        "gave no answer that can be read: " + cause.getClass().getSimpleName(),
        received);
  }

  /** It did not come to an end in time. */
  static ChatModelException slow(Duration atMost, OptionalLong received) {
    String what = "gave no whole answer in " + atMost.toMillis() + " ms";
    return new ChatModelException(Outcome.SLOW, what, received);
  }

  /** Whether it is the connection that failed, rather than what came by it. */
  static boolean isConnection(Throwable failure) {
    return failure instanceof IOException && !(failure instanceof JacksonException);
  }

  /** With which a server refused. */
  static Optional<Integer> status(Throwable cause) {
    for (Throwable each = cause; each != null; each = each.getCause()) {
      if (each instanceof HttpException http) {
        return Optional.of(http.statusCode());
      }
    }
    return Optional.empty();
  }
}

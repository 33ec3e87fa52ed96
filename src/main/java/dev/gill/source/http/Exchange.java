package dev.gill.source.http;

import java.io.IOException;
import java.net.ProtocolException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** One request and its whole answer, within a deadline. */
final class Exchange {
  private final Connections connections;
  private final AddressGuard guard;
  private final LongSupplier nanos;

  Exchange(Connections connections, AddressGuard guard, LongSupplier nanos) {
    this.connections = connections;
    this.guard = guard;
    this.nanos = nanos;
  }

  /**
   * Sends it, if its host may be connected to. However it ends, nothing of it goes on.
   *
   * @param received is called with the size of each piece of the body
   * @throws IOException if no whole answer comes; {@link Fault#of} says why
   * @throws InterruptedException if the thread is interrupted, at once
   */
  Reply of(
      HttpRequest request,
      Endpoint place,
      boolean internal,
      HttpLimits limits,
      LongConsumer received)
      throws IOException, InterruptedException {
    long begun = nanos.getAsLong();
    guard.check(place, internal, limits.whole());
    Duration left = limits.whole().minusNanos(nanos.getAsLong() - begun);
    boolean bodiless = request.method().equals("HEAD");
    Connections.Sent sent =
        connections.send(request, LimitedBody.upTo(limits.bytes(), bodiless, received));
    try {
      HttpResponse<byte[]> answer = sent.answer().get(left.toNanos(), TimeUnit.NANOSECONDS);
      return Reply.of(answer.statusCode(), answer.headers(), answer.body(), limits.bytes());
    } catch (TimeoutException e) {
      throw new FaultException(Fault.LATE);
    } catch (ExecutionException e) {
      throw failure(sent, e.getCause());
    } finally {
      sent.answer().cancel(true);
    }
  }

  private IOException failure(Connections.Sent sent, Throwable cause) {
    if (cause instanceof ProtocolException) {
      connections.renew(sent);
    }
    return cause instanceof IOException io ? io : new IOException(cause);
  }
}

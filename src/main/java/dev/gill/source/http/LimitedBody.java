package dev.gill.source.http;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.function.LongConsumer;

/** Takes a body in up to a limit, and breaks the connection off where it goes on. */
final class LimitedBody implements BodySubscriber<byte[]> {
  private final long most;
  private final boolean announcedTooLarge;
  private final LongConsumer received;
  private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private Subscription subscription;

  private LimitedBody(long most, boolean announcedTooLarge, LongConsumer received) {
    this.most = most;
    this.announcedTooLarge = announcedTooLarge;
    this.received = received;
  }

  /**
   * For one exchange.
   *
   * @param bodiless whether the answer has no body, whatever length it speaks of
   * @param received is called with the size of each piece that comes in
   */
  static BodyHandler<byte[]> upTo(long most, boolean bodiless, LongConsumer received) {
    return info -> {
      boolean none = bodiless || info.statusCode() == 304;
      long announced = none ? 0 : length(info.headers().firstValue("Content-Length").orElse(""));
      return new LimitedBody(most, announced > most, received);
    };
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return whole;
  }

  @Override
  public void onSubscribe(Subscription begun) {
    subscription = begun;
    if (announcedTooLarge) {
      tooLarge();
    } else {
      subscription.request(1);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> pieces) {
    long size = pieces.stream().mapToLong(ByteBuffer::remaining).sum();
    received.accept(size);
    if (bytes.size() + size > most) {
      tooLarge();
      return;
    }
    for (ByteBuffer piece : pieces) {
      byte[] copy = new byte[piece.remaining()];
      piece.get(copy);
      bytes.writeBytes(copy);
    }
    subscription.request(1);
  }

  @Override
  public void onError(Throwable e) {
    whole.completeExceptionally(e);
  }

  @Override
  public void onComplete() {
    whole.complete(bytes.toByteArray());
  }

  private void tooLarge() {
    subscription.cancel();
    whole.completeExceptionally(new FaultException(Fault.TOO_LARGE));
  }

  private static long length(String written) {
    return written.matches("[0-9]{1,18}") ? Long.parseLong(written) : 0;
  }
}

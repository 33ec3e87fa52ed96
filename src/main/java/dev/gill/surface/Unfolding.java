package dev.gill.surface;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/** Sends what is made piece by piece while the rest is still being made. */
public final class Unfolding {
  private static final Logger LOG = System.getLogger(Unfolding.class.getName());

  private Unfolding() {}

  /**
   * Makes pieces of something.
   *
   * @param <T> a piece
   */
  @FunctionalInterface
  public interface Making<T> {
    /**
     * Hands out all of them, in order.
     *
     * @throws InterruptedException if nobody waits for them any more
     */
    void make(Consumer<T> out) throws InterruptedException;
  }

  /**
   * Begins, and returns once there is a first piece, so that whatever fails before it can be said
   * in another way. What fails later ends the pieces. Whoever cancels them interrupts the making.
   *
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public static <T> Multi<T> begin(Making<T> making) throws InterruptedException {
    UnicastProcessor<T> pieces = UnicastProcessor.create();
    CompletableFuture<Void> begun = new CompletableFuture<>();
    Thread thread = Thread.ofVirtual().name("unfolding").start(() -> make(making, pieces, begun));
    try {
      begun.get();
    } catch (InterruptedException e) {
      thread.interrupt();
      throw e;
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case InterruptedException interrupted -> throw interrupted;
        case RuntimeException failure -> throw failure;
        default -> throw new IllegalStateException(e.getCause());
      }
    }
    return pieces.onCancellation().invoke(thread::interrupt);
  }

  private static <T> void make(
      Making<T> making, UnicastProcessor<T> pieces, CompletableFuture<Void> begun) {
    try {
      making.make(
          piece -> {
            pieces.onNext(piece);
            begun.complete(null);
          });
      begun.complete(null);
    } catch (InterruptedException | RuntimeException e) {
      if (!begun.completeExceptionally(e) && e instanceof RuntimeException) {
        LOG.log(Level.ERROR, "An answer could not be finished", e);
      }
    } finally {
      pieces.onComplete();
      begun.completeExceptionally(new IllegalStateException("an error ended it"));
    }
  }
}

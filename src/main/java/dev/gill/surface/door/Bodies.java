package dev.gill.surface.door;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Gathers a request's body before anything works on it, so that a client that sends slowly, or not
 * to the end, keeps no thread waiting.
 */
@Singleton
class Bodies {
  /**
   * Quarkus's setting. Quarkus itself refuses a longer body without saying why, and counts one that
   * comes in chunks only while it is read.
   */
  static final String LIMIT = "quarkus.http.limits.max-body-size";

  private static final int BEFORE_ALL_THAT_ANSWERS = 800;

  /** A question of full length, escaped in JSON, fits. */
  private static final int USUAL_BYTES = 64 * 1024;

  /** What is sent here carries all that was said before. */
  private static final String CHATS = "/v1/chat/completions";

  /** Chats of more than the usual length that are under way at once, so that memory lasts. */
  private static final int LONG_CHATS = 32;

  private final AtomicInteger longChats = new AtomicInteger();
  private final int mostBytes;
  private final BodyTimeout timeout;
  private final Refusals refusals;

  @Inject
  Bodies(@ConfigProperty(name = LIMIT) MemorySize most, BodyTimeout timeout, Refusals refusals) {
    this.mostBytes = (int) Math.min(most.asLongValue(), Integer.MAX_VALUE);
    this.timeout = timeout;
    this.refusals = refusals;
  }

  void gatherFirst(@Observes Filters filters) {
    filters.register(this::gather, BEFORE_ALL_THAT_ANSWERS);
  }

  private void gather(RoutingContext context) {
    HttpServerRequest request = context.request();
    boolean chat = context.normalizedPath().equals(CHATS);
    int most = chat ? mostBytes : Math.min(mostBytes, USUAL_BYTES);
    if (!isComing(request)) {
      context.next();
    } else if (declaredLength(request) > most) {
      refusals.send(Refusal.tooLarge(most), context);
    } else if (chat && mayBeLong(request) && !enter(context)) {
      refusals.send(Refusal.BUSY, context);
    } else {
      if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
        context.response().writeContinue();
      }
      new Gathering(context, most, refusals).within(timeout.within());
    }
  }

  private static boolean mayBeLong(HttpServerRequest request) {
    return !request.headers().contains(HttpHeaders.CONTENT_LENGTH)
        || declaredLength(request) > USUAL_BYTES;
  }

  private boolean enter(RoutingContext context) {
    if (longChats.incrementAndGet() > LONG_CHATS) {
      longChats.decrementAndGet();
      return false;
    }
    context.addEndHandler(_ -> longChats.decrementAndGet());
    return true;
  }

  /** Whether a request has a body of which something may still come. */
  static boolean isComing(HttpServerRequest request) {
    return !request.isEnded()
        && (request.headers().contains(HttpHeaders.CONTENT_LENGTH)
            || request.headers().contains(HttpHeaders.TRANSFER_ENCODING));
  }

  private static long declaredLength(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    try {
      return length == null ? 0 : Long.parseLong(length);
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
    }
  }
}

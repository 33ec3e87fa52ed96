package dev.gill.surface.door;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Gathers a request's body before anything works on it, so that a client that sends slowly, or not
 * to the end, keeps no thread waiting.
 */
@Singleton
class Bodies {
  /** A question of full length, escaped in JSON, fits. */
  static final int MOST_BYTES = 64 * 1024;

  private static final int BEFORE_ALL_THAT_ANSWERS = 800;

  private final BodyTimeout timeout;

  @Inject
  Bodies(BodyTimeout timeout) {
    this.timeout = timeout;
  }

  void gatherFirst(@Observes Filters filters) {
    filters.register(this::gather, BEFORE_ALL_THAT_ANSWERS);
  }

  private void gather(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (!isComing(request)) {
      context.next();
    } else if (declaredLength(request) > MOST_BYTES) {
      Refusal.TOO_LARGE.send(context);
    } else {
      if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
        context.response().writeContinue();
      }
      new Gathering(context, MOST_BYTES).within(timeout.within());
    }
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

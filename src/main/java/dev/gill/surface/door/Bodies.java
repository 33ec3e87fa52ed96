package dev.gill.surface.door;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
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
    if (!isComing(request)) {
      context.next();
    } else if (declaredLength(request) > mostBytes) {
      refusals.send(Refusal.tooLarge(mostBytes), context);
    } else {
      if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
        context.response().writeContinue();
      }
      new Gathering(context, mostBytes, refusals).within(timeout.within());
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

package dev.gill.surface.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;

/** What is refused before, or found by none of, the resources. */
@Singleton
class Boundary {
  private static final int BEFORE_BODY_IS_READ = 200;
  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final ObjectMapper json;

  @Inject
  Boundary(ObjectMapper json) {
    this.json = json;
  }

  void guard(@Observes Filters filters) {
    filters.register(this::check, BEFORE_BODY_IS_READ);
  }

  void fallBack(@Observes Router router) {
    router
        .route("/api/*")
        .order(Integer.MAX_VALUE - 1)
        .handler(context -> send(context, Problems.unknownPath()));
  }

  /** Whether a path is one of this interface; what goes wrong elsewhere is told elsewhere. */
  static boolean covers(String path) {
    return path.startsWith("/api/");
  }

  private void check(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (!covers(request.path())) {
      context.next();
    } else if (declaredLength(request) > Limits.BODY_BYTES) {
      context.response().putHeader("Connection", "close");
      send(context, Problems.tooLarge());
    } else if (!SAFE.contains(request.method())
        && "cross-site".equals(request.getHeader("Sec-Fetch-Site"))) {
      send(
          context,
          Problem.of(403, "Cross-site request", "Another site's page may not send this request."));
    } else {
      context.next();
    }
  }

  private static long declaredLength(HttpServerRequest request) {
    String length = request.getHeader("Content-Length");
    try {
      return length == null ? 0 : Long.parseLong(length);
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
    }
  }

  private void send(RoutingContext context, Problem problem) {
    context
        .response()
        .setStatusCode(problem.status())
        .putHeader("Content-Type", Problem.MEDIA_TYPE)
        .end(write(problem));
  }

  private String write(Problem problem) {
    try {
      return json.writeValueAsString(problem);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a problem can always be written", e);
    }
  }
}

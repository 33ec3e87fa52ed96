package dev.gill.surface.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gill.surface.Languages;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** What is found by none of the resources. */
@Singleton
class Boundary {
  private final ObjectMapper json;
  private final Languages languages;

  @Inject
  Boundary(ObjectMapper json, Languages languages) {
    this.json = json;
    this.languages = languages;
  }

  void fallBack(@Observes Router router) {
    router.route("/api/*").order(Integer.MAX_VALUE - 1).handler(this::unknownPath);
  }

  /** Whether a path is one of this interface; what goes wrong elsewhere is handled elsewhere. */
  static boolean covers(String path) {
    return path.startsWith("/api/");
  }

  private void unknownPath(RoutingContext context) {
    Problem problem =
        Problems.unknownPath(
            languages.of(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
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

package dev.gill.surface.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gill.surface.Languages;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;

/** Turns away, before the resources, what none of them knows, so that its error has their form. */
@Singleton
class Boundary {
  private static final int FIRST = -1;
  private static final Set<HttpMethod> READ =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final ObjectMapper json;
  private final Languages languages;

  @Inject
  Boundary(ObjectMapper json, Languages languages) {
    this.json = json;
    this.languages = languages;
  }

  void guard(@Observes Router router) {
    router.route("/v1").order(FIRST).handler(this::check);
    router.route("/v1/*").order(FIRST).handler(this::check);
  }

  private void check(RoutingContext context) {
    String path = context.normalizedPath();
    boolean models =
        path.equals(ModelsResource.PATH)
            || path.startsWith(ModelsResource.PATH + "/")
                && path.indexOf('/', ModelsResource.PATH.length() + 1) < 0
                && path.length() > ModelsResource.PATH.length() + 1;
    HttpMethod method = context.request().method();
    if (path.equals(ChatResource.PATH)) {
      check(context, method.equals(HttpMethod.POST), "POST");
    } else if (models) {
      check(context, READ.contains(method), "GET");
    } else {
      refuse(context, 404, "unknown_url", "openai.path");
    }
  }

  private void check(RoutingContext context, boolean known, String allowed) {
    if (known) {
      context.next();
    } else {
      context.response().putHeader("Allow", allowed);
      refuse(context, 405, "method_not_allowed", "openai.method");
    }
  }

  private void refuse(RoutingContext context, int status, String code, String key) {
    String accepted = context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE);
    ErrorReply reply = ErrorReply.of(status, code, null, languages.of(accepted).of(key));
    try {
      context
          .response()
          .setStatusCode(status)
          .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
          .end(json.writeValueAsString(reply));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an error can always be written", e);
    }
  }
}

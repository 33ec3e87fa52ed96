package dev.gill.surface.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** What holds for every response: security headers, the address of assets, a page for nothing. */
@Singleton
class Frame {
  private static final int FIRST = 1_000;
  private static final int ONCE_LET_IN = 900;

  private static final String POLICY =
      String.join(
          "; ",
          "default-src 'self'",
          "script-src 'self'",
          "style-src 'self'",
          "img-src 'self' data:",
          "object-src 'none'",
          "base-uri 'none'",
          "frame-ancestors 'none'",
          "form-action 'self'");

  private final Assets assets;
  private final Messages messages;

  @Inject
  Frame(Assets assets, Messages messages) {
    this.assets = assets;
    this.messages = messages;
  }

  void protect(@Observes Filters filters) {
    filters.register(this::headers, FIRST);
    filters.register(this::assets, ONCE_LET_IN);
  }

  void fallBack(@Observes Router router) {
    router.route().order(Integer.MAX_VALUE).handler(this::nothingHere);
  }

  private void headers(RoutingContext context) {
    String path = context.request().path();
    MultiMap headers = context.response().headers();
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("X-Frame-Options", "DENY");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    if (!path.startsWith("/q/dev-ui") && !path.startsWith("/q/swagger-ui")) {
      headers.set("Content-Security-Policy", POLICY);
    }
    if (!path.startsWith("/assets")) {
      headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
    }
    context.next();
  }

  /** The digest in the path only tells versions apart. */
  private void assets(RoutingContext context) {
    String path = context.request().path();
    String prefix = assets.base() + "/";
    if (path.startsWith(prefix)) {
      context.reroute(Assets.FOLDER + path.substring(prefix.length()));
    } else {
      context.next();
    }
  }

  private void nothingHere(RoutingContext context) {
    String accept = context.request().getHeader(HttpHeaders.ACCEPT);
    context.response().setStatusCode(404);
    if (accept != null && accept.contains("text/html")) {
      context
          .response()
          .putHeader(HttpHeaders.CONTENT_TYPE, Pages.HTML)
          .end(messages.nothingHere());
    } else {
      context
          .response()
          .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain;charset=UTF-8")
          .end("There is nothing at this address.\n");
    }
  }
}

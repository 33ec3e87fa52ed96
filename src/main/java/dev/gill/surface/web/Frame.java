package dev.gill.surface.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** What stands around all pages: the address of their assets, and a page for what is not there. */
@Singleton
class Frame {
  private static final int ONCE_LET_IN = 900;

  private final Assets assets;
  private final MessagePages messages;

  @Inject
  Frame(Assets assets, MessagePages messages) {
    this.assets = assets;
    this.messages = messages;
  }

  void address(@Observes Filters filters) {
    filters.register(this::assets, ONCE_LET_IN);
  }

  void fallBack(@Observes Router router) {
    router.route().order(Integer.MAX_VALUE).handler(this::nothingHere);
  }

  /** The digest in the path only distinguishes versions. */
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
          .end(messages.nothingHere(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
    } else {
      context
          .response()
          .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain;charset=UTF-8")
          .end("There is nothing at this address.\n");
    }
  }
}

package dev.gill.surface;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Says who sends the request that the calling thread serves. */
@Singleton
public class CurrentCaller {
  private static final String KEY = "gill-caller";

  private final CurrentVertxRequest request;

  /** By what Quarkus notes of each request. */
  @Inject
  public CurrentCaller(CurrentVertxRequest request) {
    this.request = request;
  }

  /** Who it is; nobody where no request is served. */
  public Caller get() {
    if (!Arc.container().requestContext().isActive()) {
      return Caller.nobody();
    }
    RoutingContext context = request.getCurrent();
    return context == null ? Caller.nobody() : of(context);
  }

  /** Who sends a request; nobody before that was found out. */
  public static Caller of(RoutingContext context) {
    Caller caller = context.get(KEY);
    return caller == null ? Caller.nobody() : caller;
  }

  /** Notes who sends a request. */
  public static void note(RoutingContext context, Caller caller) {
    context.put(KEY, caller);
  }
}

package dev.gill.surface.door;

import dev.gill.surface.Caller;
import dev.gill.surface.CurrentCaller;
import dev.gill.surface.OpenPaths;
import dev.gill.surface.ProtectedResource;
import dev.gill.surface.Recognizer;
import dev.gill.surface.Recognizer.Recognized;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Lets in whom it knows: every path but those few that are open. A person with a browser is sent to
 * sign in; all else is refused.
 */
@Singleton
class Gate {
  /** After what needs nobody's name, before a body is gathered. */
  private static final int ONCE_LET_IN = 850;

  private static final Set<HttpMethod> ONLY_READ =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
  private static final List<String> PROGRAMS = List.of("/api/", "/v1/", "/mcp");
  private static final String CHALLENGE = "Bearer realm=\"gill\"";

  private final Recognizer recognizer;
  private final Refusals refusals;
  private final ProtectedResource resource;

  @Inject
  Gate(Recognizer recognizer, Refusals refusals, ProtectedResource resource) {
    this.recognizer = recognizer;
    this.refusals = refusals;
    this.resource = resource;
  }

  void guard(@Observes Filters filters) {
    filters.register(this::recognize, ONCE_LET_IN);
  }

  private void recognize(RoutingContext context) {
    decide(context, recognizer.recognize(shown(context.request())));
  }

  private void decide(RoutingContext context, Recognized found) {
    switch (found) {
      case Recognized.Known(Caller caller) -> letIn(context, caller);
      case Recognized.Stranger() -> open(context, Refusal.SIGN_IN, CHALLENGE);
      case Recognized.BadToken() ->
          open(context, Refusal.BAD_TOKEN, CHALLENGE + ", error=\"invalid_token\"");
      case Recognized.ToBeChecked(Supplier<Recognized> check) -> await(context, check);
      case Recognized.Unchecked() -> refusals.send(Refusal.UNCHECKED, context);
    }
  }

  /** What is open needs no answer; anything else waits for one, on another thread. */
  private void await(RoutingContext context, Supplier<Recognized> check) {
    if (OpenPaths.cover(context.normalizedPath())) {
      open(context, Refusal.BAD_TOKEN, CHALLENGE);
      return;
    }
    context.request().pause();
    context
        .vertx()
        .executeBlocking(check::get, false)
        .onSuccess(found -> decide(context, found))
        .onFailure(context::fail);
  }

  private static Recognizer.Shown shown(HttpServerRequest request) {
    List<String> all = request.headers().getAll(HttpHeaders.AUTHORIZATION);
    return new Recognizer.Shown(
        all.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", all)),
        name -> Optional.ofNullable(request.getCookie(name)).map(Cookie::getValue));
  }

  /** A browser sends its cookie by itself, so it must be one of our own pages that has it do so. */
  private void letIn(RoutingContext context, Caller caller) {
    HttpServerRequest request = context.request();
    boolean changes = !ONLY_READ.contains(request.method());
    boolean saysWhence =
        request.headers().contains("Origin") || request.headers().contains("Sec-Fetch-Site");
    if (caller.proof() == Caller.Proof.SESSION && changes && !saysWhence) {
      refusals.send(Refusal.ANOTHER_PAGE, context);
    } else {
      CurrentCaller.note(context, caller);
      context.next();
    }
  }

  private void open(RoutingContext context, Refusal refusal, String challenge) {
    String path = context.normalizedPath();
    if (OpenPaths.cover(path)) {
      CurrentCaller.note(context, Caller.nobody());
      context.next();
    } else if (refusal == Refusal.SIGN_IN && isPerson(context.request(), path)) {
      context
          .response()
          .setStatusCode(303)
          .putHeader(HttpHeaders.LOCATION, "/signin/start?to=" + encoded(context.request().uri()))
          .end();
    } else {
      context.response().putHeader("WWW-Authenticate", challenge + resource.challenge(path));
      refusals.send(refusal, context);
    }
  }

  private static boolean isPerson(HttpServerRequest request, String path) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    return request.method().equals(HttpMethod.GET)
        && accept != null
        && accept.contains("text/html")
        && PROGRAMS.stream().noneMatch(path::startsWith);
  }

  private static String encoded(String uri) {
    return URLEncoder.encode(uri, StandardCharsets.UTF_8);
  }
}

package dev.gill.surface.door;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns away, for every path, what is sent to a host that is not this Gill, and what another site's
 * page sends in order to change something.
 */
@Singleton
class Door {
  /** After the headers that every response bears, before all else. */
  private static final int SECOND = 999;

  private static final Set<HttpMethod> ONLY_READ =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
  private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://([^/?#]*).*");

  private final HostNames names;
  private final Origins origins;
  private final Refusals refusals;

  @Inject
  Door(HostNames names, Refusals refusals) {
    this.names = names;
    this.origins = new Origins(names);
    this.refusals = refusals;
  }

  void guard(@Observes Filters filters) {
    filters.register(this::check, SECOND);
  }

  /** What cannot even be routed, such as a request without a host, comes here alone. */
  void guardFailures(@Observes Router router) {
    router.route().order(Integer.MIN_VALUE).failureHandler(this::checkFailed);
  }

  private void check(RoutingContext context) {
    if (Framing.comesTooLate(context.request())) {
      context.request().connection().close();
      return;
    }
    refusal(context.request())
        .or(() -> Unreadable.refusal(context.request()))
        .or(() -> Framing.refusal(context.request()))
        .ifPresentOrElse(refusal -> refusals.send(refusal, context), context::next);
  }

  private void checkFailed(RoutingContext context) {
    refusal(context.request())
        .ifPresentOrElse(refusal -> refusals.send(refusal, context), context::next);
  }

  private Optional<Refusal> refusal(HttpServerRequest request) {
    Optional<Authority> host = host(request);
    if (host.isEmpty()) {
      return Optional.of(Refusal.NO_HOST);
    }
    if (!names.answersAs(host.get())) {
      return host.map(Refusal::unknownHost);
    }
    boolean foreign =
        !ONLY_READ.contains(request.method())
            && origins.anotherPageSends(request.headers(), host.get());
    return foreign ? Optional.of(Refusal.ANOTHER_PAGE) : Optional.empty();
  }

  /** Of the Host header or its like in HTTP/2; what a proxy forwards counts only if configured. */
  private static Optional<Authority> host(HttpServerRequest request) {
    HostAndPort named = request.authority();
    if (named == null || request.headers().getAll(HttpHeaders.HOST).size() > 1) {
      return Optional.empty();
    }
    Optional<Authority> host = Authority.parse(named.toString());
    Matcher absolute = ABSOLUTE.matcher(request.uri());
    return absolute.matches() && !Authority.parse(absolute.group(1)).equals(host)
        ? Optional.empty()
        : host;
  }
}

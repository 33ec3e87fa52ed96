package dev.gill.surface.door;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lets in only so many questions at once, of all callers and of each. A caller is an address:
 * behind a proxy, the one that it forwards, once Quarkus is configured to believe it.
 */
@Singleton
class AskQueue {
  /** A question counts once all of it is there, so that slow senders hold no place. */
  private static final int AFTER_ITS_BODY = 750;

  private static final Set<String> COUNTED =
      Set.of("/api/ask", "/api/search", "/v1/chat/completions", "/mcp");

  /** Where whoever reads listens for long, rather than asks. */
  private static final String LISTENED_TO = "/mcp";

  private final AskLimits limits;
  private final Refusals refusals;
  private final Map<String, Integer> byCaller = new HashMap<>();
  private int all;

  @Inject
  AskQueue(AskLimits limits, Refusals refusals) {
    this.limits = limits;
    this.refusals = refusals;
  }

  void guard(@Observes Filters filters) {
    filters.register(this::count, AFTER_ITS_BODY);
  }

  /** Whether it is a question or a search. What follows a semicolon is no part of the path. */
  static boolean counts(RoutingContext context) {
    String path = context.normalizedPath();
    int parameters = path.indexOf(';');
    String plain = parameters < 0 ? path : path.substring(0, parameters);
    boolean listens =
        plain.equals(LISTENED_TO) && !context.request().method().equals(HttpMethod.POST);
    return COUNTED.contains(plain) && !listens;
  }

  private void count(RoutingContext context) {
    if (!counts(context)) {
      context.next();
      return;
    }
    String caller = String.valueOf(context.request().remoteAddress().hostAddress());
    Optional<Refusal> full = enter(caller);
    if (full.isPresent()) {
      refusals.send(full.get(), context);
    } else {
      context.addEndHandler(_ -> leave(caller));
      context.next();
    }
  }

  private synchronized Optional<Refusal> enter(String caller) {
    if (all >= limits.atOnce()) {
      return Optional.of(Refusal.BUSY);
    }
    if (byCaller.getOrDefault(caller, 0) >= limits.perCaller()) {
      return Optional.of(Refusal.TOO_MANY);
    }
    all++;
    byCaller.merge(caller, 1, Integer::sum);
    return Optional.empty();
  }

  private synchronized void leave(String caller) {
    all--;
    byCaller.computeIfPresent(caller, (_, count) -> count == 1 ? null : count - 1);
  }
}

package dev.gill.surface.door;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.gill.model.Identity;
import dev.gill.surface.Caller;
import dev.gill.surface.CurrentCaller;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.OptionalLong;

/**
 * Lets in only so many questions a minute of each caller: of one person, however many tokens and
 * browsers they use, or of one address, where nobody signs in.
 */
@Singleton
class AskPace {
  private static final int BEFORE_THE_QUEUE = 760;
  private static final long MINUTE = Duration.ofMinutes(1).toMillis();
  private static final int MOST_CALLERS = 50_000;

  private final AskRate rate;
  private final Refusals refusals;
  private final InstantSource clock;

  /** When the next question of each caller is due, if they asked evenly; in milliseconds. */
  private final Cache<String, Long> due =
      Caffeine.newBuilder()
          .maximumSize(MOST_CALLERS)
          .expireAfterAccess(Duration.ofHours(1))
          .build();

  @Inject
  AskPace(AskRate rate, Refusals refusals, InstantSource clock) {
    this.rate = rate;
    this.refusals = refusals;
    this.clock = clock;
  }

  void guard(@Observes Filters filters) {
    if (rate.perMinute() > 0) {
      filters.register(this::check, BEFORE_THE_QUEUE);
    }
  }

  private void check(RoutingContext context) {
    if (!AskQueue.counts(context)) {
      context.next();
      return;
    }
    OptionalLong wait = enter(key(context));
    if (wait.isPresent()) {
      refusals.send(Refusal.tooFast(wait.getAsLong()), context);
    } else {
      context.next();
    }
  }

  private static String key(RoutingContext context) {
    Caller caller = CurrentCaller.of(context);
    return caller.identities().stream()
        .min(Comparator.naturalOrder())
        .map(Identity::toString)
        .orElseGet(() -> "address " + context.request().remoteAddress().hostAddress());
  }

  /** How many seconds to wait; empty if a question may be asked now. */
  OptionalLong enter(String caller) {
    long apart = Math.max(1, MINUTE / rate.perMinute());
    long ahead = apart * rate.burst();
    long now = clock.millis();
    long[] early = new long[1];
    due.asMap()
        .compute(
            caller,
            (_, before) -> {
              long base = before == null || before - now > ahead ? now : Math.max(now, before);
              long next = base + apart;
              early[0] = next - now - ahead;
              return early[0] > 0 ? base : next;
            });
    return early[0] > 0 ? OptionalLong.of(Math.ceilDiv(early[0], 1_000L)) : OptionalLong.empty();
  }
}

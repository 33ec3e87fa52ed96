package dev.gill.surface.rest;

import dev.gill.model.SourceId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Has a source looked at once a second at most. What comes sooner waits for the second to be over,
 * so that the last of several hooks is never lost.
 */
public final class LookPace {
  private static final Duration LEAST = Duration.ofSeconds(1);

  private final Consumer<SourceId> look;
  private final InstantSource clock;
  private final Function<Duration, Executor> after;

  /** When each source is or was looked at last; in the future while a look waits. */
  private final Map<SourceId, Instant> looks = new HashMap<>();

  /** Looks by this. */
  public LookPace(Consumer<SourceId> look, InstantSource clock) {
    this(
        look,
        clock,
        pause -> CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS));
  }

  LookPace(Consumer<SourceId> look, InstantSource clock, Function<Duration, Executor> after) {
    this.look = look;
    this.clock = clock;
    this.after = after;
  }

  synchronized void look(SourceId source) {
    Instant now = clock.instant();
    Instant last = looks.getOrDefault(source, Instant.MIN);
    if (last.isAfter(now.plus(LEAST))) {
      last = Instant.MIN; // the clock was set back
    } else if (last.isAfter(now)) {
      return;
    }
    Instant next = last.equals(Instant.MIN) ? now : last.plus(LEAST);
    if (next.isAfter(now)) {
      looks.put(source, next);
      after.apply(Duration.between(now, next)).execute(() -> look.accept(source));
    } else {
      looks.put(source, now);
      look.accept(source);
    }
  }
}

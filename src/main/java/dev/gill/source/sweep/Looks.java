package dev.gill.source.sweep;

import dev.gill.source.Due;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Says when it is time to look again during a long pass, where a look is cheap. One thread. */
public final class Looks {
  private final Duration every;
  private final InstantSource clock;
  private Instant last = Instant.MIN;

  /** At most so often. */
  public Looks(Duration every, InstantSource clock) {
    this.every = every;
    this.clock = clock;
  }

  /** A look begins. */
  public void begin() {
    last = clock.instant();
  }

  /** Whether it is time for another. */
  public boolean due() {
    return Due.again(last, every, clock.instant());
  }
}

package dev.gill.source;

import java.time.Duration;
import java.time.Instant;

/** Whether it is time for something again. A clock that was set back makes it time at once. */
public final class Due {
  private Due() {}

  /**
   * Whether so much time has passed.
   *
   * @param last when it was done last; {@link Instant#MIN} if never
   */
  public static boolean again(Instant last, Duration every, Instant now) {
    return now.isBefore(last) || !now.isBefore(last.plus(every));
  }
}

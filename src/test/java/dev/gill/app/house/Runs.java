package dev.gill.app.house;

import static org.awaitility.Awaitility.await;

import dev.gill.app.config.GillConfig;
import dev.gill.sync.SourceStatus;
import java.time.Clock;
import java.time.Duration;

/** Runs Gill as a team would, for a while. */
final class Runs {
  private Runs() {}

  /** Until all its sources are in step. */
  static void untilInStep(GillConfig config) {
    try (House house = House.open(config, Clock.systemUTC())) {
      house.start(_ -> {});
      await()
          .atMost(Duration.ofMinutes(3))
          .until(
              () ->
                  house.monitor().sources().stream()
                      .allMatch(each -> each.state() == SourceStatus.State.IN_STEP));
    }
  }
}

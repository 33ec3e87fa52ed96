package dev.gill.app;

import dev.gill.app.house.House;
import dev.gill.model.Check;
import dev.gill.sync.SourceStatus;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once there is something to answer from: the first pass is done, or an index was there
 * already.
 */
@Readiness
@Singleton
final class IndexReady implements HealthCheck {
  private final House house;

  IndexReady(House house) {
    this.house = house;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("index");
    boolean ready = house.foundIndex();
    boolean waiting = false;
    for (SourceStatus status : house.monitor().sources()) {
      waiting |= status.inStepAt().isEmpty() && status.trouble().isEmpty();
      response.withData("source " + status.source(), state(status));
    }
    if (house.engine().check() instanceof Check.Down(String why)) {
      return response.withData("index", why).down().build();
    }
    return response.status(ready || !waiting).build();
  }

  private static String state(SourceStatus status) {
    String state = status.state().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    return status.trouble().map(t -> state + " since " + t.since() + ": " + t.why()).orElse(state);
  }
}

package dev.gill.app;

import dev.gill.app.house.House;
import dev.gill.model.Check;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Alive while the index can be read and written; what breaks it needs a restart. */
@Liveness
@Singleton
final class IndexAlive implements HealthCheck {
  private final House house;

  IndexAlive(House house) {
    this.house = house;
  }

  @Override
  public HealthCheckResponse call() {
    return switch (house.engine().check()) {
      case Check.Ok() -> HealthCheckResponse.up("index");
      case Check.Down(String why) ->
          HealthCheckResponse.named("index").withData("why", why).down().build();
    };
  }
}

package dev.gill.app;

import dev.gill.app.config.ConfigException;
import dev.gill.app.config.GillConfig;
import dev.gill.surface.door.AskLimits;
import dev.gill.surface.door.BodyTimeout;
import dev.gill.surface.door.HostNames;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/** Under which names Gill is reached, and how patient it is. */
final class Reached {
  private Reached() {}

  /**
   * The names that are configured, and where it listens.
   *
   * @throws ConfigException if one is no name
   */
  static HostNames as(GillConfig gill, Config config) {
    String listening =
        config.getOptionalValue("quarkus.http.host", String.class).orElse("localhost");
    try {
      return HostNames.of(gill.http().hosts().orElse(List.of()), listening);
    } catch (IllegalArgumentException e) {
      throw new ConfigException("gill.http.hosts: " + e.getMessage(), e);
    }
  }

  /**
   * How long a body may take.
   *
   * @throws ConfigException if that is out of bounds
   */
  static BodyTimeout within(GillConfig gill) {
    try {
      return new BodyTimeout(gill.http().bodyTimeout());
    } catch (IllegalArgumentException e) {
      throw new ConfigException("gill.http.body-timeout: " + e.getMessage(), e);
    }
  }

  /**
   * How many questions at once.
   *
   * @throws ConfigException if that is out of bounds
   */
  static AskLimits atOnce(GillConfig gill) {
    try {
      return new AskLimits(gill.http().asks(), gill.http().asksPerCaller());
    } catch (IllegalArgumentException e) {
      throw new ConfigException("gill.http.asks and asks-per-caller: " + e.getMessage(), e);
    }
  }
}

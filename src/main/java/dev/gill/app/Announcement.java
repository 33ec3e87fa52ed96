package dev.gill.app;

import dev.gill.app.config.ConfigFile;
import io.quarkus.vertx.http.HttpServerStart;
import io.smallrye.config.SmallRyeConfig;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;

/** Says where Gill answers, once it does. */
@Singleton
final class Announcement {
  private static final Logger LOG = System.getLogger(Announcement.class.getName());
  private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "::");

  void started(@ObservesAsync HttpServerStart start) {
    LOG.log(
        Level.INFO,
        "Gill answers at {0}",
        address(start.options().getHost(), start.options().getPort()));
  }

  /** Where it will, by a configuration. */
  static String address(SmallRyeConfig config) {
    String host = config.getOptionalValue("quarkus.http.host", String.class).orElse("localhost");
    return address(host, ConfigFile.port(config));
  }

  private static String address(String host, int port) {
    String name =
        EVERYWHERE.contains(host) ? "localhost" : host.contains(":") ? "[" + host + "]" : host;
    return "http://%s:%d".formatted(name, port);
  }
}

package dev.gill.app;

import io.quarkus.vertx.http.HttpServerStart;
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
    String host = start.options().getHost();
    LOG.log(
        Level.INFO,
        "Gill answers at http://{0}:{1}",
        EVERYWHERE.contains(host) ? "localhost" : host.contains(":") ? "[" + host + "]" : host,
        Integer.toString(start.options().getPort()));
  }
}

package dev.gill.surface.door;

import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Keeps methods that somebody made up out of the labels of metrics, of which each one costs memory.
 */
@Singleton
class MethodLabels {
  private static final Set<String> KNOWN =
      Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT");

  @Produces
  @Singleton
  MeterFilter known() {
    return MeterFilter.replaceTagValues(
        "method", method -> KNOWN.contains(method) ? method : "OTHER");
  }
}

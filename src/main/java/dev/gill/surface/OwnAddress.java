package dev.gill.surface;

import java.net.URI;
import java.util.Optional;

/**
 * Where this Gill is reached by people.
 *
 * @param configured what the configuration says
 */
public record OwnAddress(Optional<URI> configured) {
  /**
   * The address that links begin with.
   *
   * @param called where a program has reached it, which may be a name that only programs know
   */
  public URI or(URI called) {
    return configured
        .map(address -> address.toString().endsWith("/") ? address : URI.create(address + "/"))
        .orElse(called);
  }
}

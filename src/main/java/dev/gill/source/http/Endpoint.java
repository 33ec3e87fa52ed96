package dev.gill.source.http;

import dev.gill.model.SourceId;
import dev.gill.source.Address;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** A server: scheme, host in lower case (IPv6 in brackets) and port. */
record Endpoint(String scheme, String host, int port) {
  /** Stands for a server whose name is not to be shown. */
  static final String UNNAMED = "The server";

  /** Where an address points; empty unless that is a server that HTTP can be spoken with. */
  static Optional<Endpoint> of(URI uri) {
    if (uri.getScheme() == null || uri.getHost() == null || uri.getRawUserInfo() != null) {
      return Optional.empty();
    }
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    int port = uri.getPort() > 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
    boolean spoken = scheme.equals("https") || scheme.equals("http");
    return spoken && !host.endsWith(".")
        ? Optional.of(new Endpoint(scheme, host, port))
        : Optional.empty();
  }

  boolean encrypted() {
    return scheme.equals("https");
  }

  boolean standardPort() {
    return port == (encrypted() ? 443 : 80);
  }

  String authority() {
    return host + ":" + port;
  }

  /** Whether the other is this server, or its encrypted door. */
  boolean leadsTo(Endpoint other) {
    return equals(other)
        || (host.equals(other.host) && other.encrypted() && standardPort() && other.standardPort());
  }

  /** What may be shown of it: a server can put a secret into the name that it sends Gill to. */
  String shown(SourceId source) {
    String written = standardPort() ? host : authority();
    try {
      return Address.parse(source, scheme + "://" + written).shown();
    } catch (IllegalArgumentException e) {
      return UNNAMED;
    }
  }
}

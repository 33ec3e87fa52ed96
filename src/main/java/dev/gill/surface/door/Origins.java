package dev.gill.surface.door;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides by the headers that browsers add whether a page of another origin sends a request. What
 * sends no such header is no browser.
 */
final class Origins {
  private static final Set<String> OWN_PAGE_OR_USER = Set.of("same-origin", "none");
  private static final Map<String, Integer> USUAL_PORTS = Map.of("http", 80, "https", 443);
  private static final Pattern WRITTEN = Pattern.compile("(https?)://([^/]+)");

  private final HostNames names;

  Origins(HostNames names) {
    this.names = names;
  }

  boolean anotherPageSends(MultiMap headers, Authority host) {
    List<String> sites = headers.getAll("Sec-Fetch-Site");
    return !OWN_PAGE_OR_USER.containsAll(sites)
        || headers.getAll("Origin").stream()
            .anyMatch(origin -> !isOwn(origin, host) && !isWithheld(origin, sites));
  }

  /** Of a page that tells nobody where it leads from, a browser hides the origin in a form, too. */
  private static boolean isWithheld(String origin, List<String> sites) {
    return origin.equals("null") && sites.equals(List.of("same-origin"));
  }

  private boolean isOwn(String origin, Authority host) {
    Matcher parts = WRITTEN.matcher(origin);
    if (!parts.matches()) {
      return false;
    }
    int usual = USUAL_PORTS.get(parts.group(1));
    Optional<Authority> named = Authority.parse(parts.group(2));
    return named.filter(own -> isOwn(own, host, usual)).isPresent();
  }

  /**
   * A proxy may end TLS, so only host and port are compared. One that does not pass the port on
   * leaves a configured name at its scheme's usual port.
   */
  private boolean isOwn(Authority origin, Authority host, int usual) {
    int port = origin.port().orElse(usual);
    return origin.host().equals(host.host()) && port == host.port().orElse(usual)
        || names.areConfiguredFor(origin) && port == usual;
  }
}

package dev.gill.source.http;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Configured hosts: {@code host} for its standard ports, {@code host:port} for that port. */
final class Hosts {
  private static final Pattern FORM =
      Pattern.compile("(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\\[[0-9a-f:.]+])(?::[0-9]{1,5})?");

  private Hosts() {}

  /**
   * In one form.
   *
   * @throws IllegalArgumentException if one of them is no host; it is not repeated
   */
  static Set<String> checked(Set<String> written) {
    Set<String> hosts = new TreeSet<>();
    for (String host : written) {
      hosts.add(host.strip().toLowerCase(Locale.ROOT));
    }
    if (!hosts.stream().allMatch(host -> FORM.matcher(host).matches())) {
      throw new IllegalArgumentException(
          "one of the configured hosts is no host: write files.example.org or files.example.org:8443, without scheme and path");
    }
    return Set.copyOf(hosts);
  }

  static boolean holds(Set<String> hosts, Endpoint place) {
    return hosts.contains(place.authority())
        || (place.standardPort() && hosts.contains(place.host()));
  }
}

package dev.gill.surface.door;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** The names under which Gill answers: those that were configured, and those of this machine. */
public final class HostNames {
  private final Set<String> configured;
  private final Optional<String> listening;

  private HostNames(Set<String> configured, Optional<String> listening) {
    this.configured = configured;
    this.listening = listening;
  }

  /**
   * Adds what is configured to the names of this machine.
   *
   * @param configured host names or addresses without a port
   * @param listening where Gill is configured to listen; it answers under that too, unless it is a
   *     wildcard
   * @throws IllegalArgumentException naming the one that is no host name
   */
  public static HostNames of(List<String> configured, String listening) {
    Set<String> names = new TreeSet<>();
    for (String name : configured) {
      names.add(
          Authority.parseName(name)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "%s is no host name; write names alone, such as gill.example.com, without http://, port or path."
                              .formatted(name))));
    }
    return new HostNames(names, Authority.parseName(listening).filter(host -> !wildcard(host)));
  }

  private static boolean wildcard(String host) {
    return new Authority(host, OptionalInt.empty()).isWildcard();
  }

  boolean answersAs(Authority host) {
    return host.isLoopback()
        || configured.contains(host.host())
        || listening.filter(host.host()::equals).isPresent();
  }

  boolean areConfiguredFor(Authority host) {
    return configured.contains(host.host());
  }
}

package dev.gill.surface.door;

import java.net.IDN;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A host with or without a port, as a Host header or an origin names it.
 *
 * @param host a name in lower case and without a dot at its end, or an address in one form of the
 *     many that it has; it holds nothing that a page or a log could take for anything else
 */
record Authority(String host, OptionalInt port) {
  private static final int LONGEST_NAME = 253;
  private static final int LAST_PORT = 65_535;
  private static final Pattern WRITTEN =
      Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]+)(?::([0-9]{0,5}))?");
  private static final Pattern IPV4 = Pattern.compile("[0-9]+(\\.[0-9]+){3}");

  /** Reads {@code host} or {@code host:port}; empty if it is neither. */
  static Optional<Authority> parse(String written) {
    Matcher parts = WRITTEN.matcher(written);
    if (written.length() > LONGEST_NAME + ":65535".length() || !parts.matches()) {
      return Optional.empty();
    }
    OptionalInt port =
        parts.group(2) == null || parts.group(2).isEmpty()
            ? OptionalInt.empty()
            : OptionalInt.of(Integer.parseInt(parts.group(2)));
    if (port.orElse(0) > LAST_PORT) {
      return Optional.empty();
    }
    return host(parts.group(1)).map(host -> new Authority(host, port));
  }

  /** The host that a setting names: without a port; letters of any language, brackets optional. */
  static Optional<String> parseName(String written) {
    String name = written.strip();
    if (name.indexOf(':') != name.lastIndexOf(':') && !name.startsWith("[")) {
      name = "[" + name + "]";
    } else if (!name.startsWith("[")) {
      try {
        name = IDN.toASCII(name);
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }
    boolean alone = name.startsWith("[") ? name.endsWith("]") : !name.contains(":");
    return alone ? parse(name).map(Authority::host) : Optional.empty();
  }

  /** Whether it is this machine speaking to itself, whatever a name server says. */
  boolean isLoopback() {
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || isAddress() && InetAddress.ofLiteral(host).isLoopbackAddress();
  }

  /** Whether it is an address that stands for all of a machine's addresses. */
  boolean isWildcard() {
    return isAddress() && InetAddress.ofLiteral(host).isAnyLocalAddress();
  }

  private boolean isAddress() {
    return host.contains(":") || IPV4.matcher(host).matches();
  }

  private static Optional<String> host(String written) {
    try {
      if (written.startsWith("[")) {
        String literal = written.substring(1, written.length() - 1);
        return Optional.of(InetAddress.ofLiteral(literal).getHostAddress());
      }
      String name = written.toLowerCase(Locale.ROOT);
      name = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
      if (IPV4.matcher(name).matches()) {
        return Optional.of(InetAddress.ofLiteral(name).getHostAddress());
      }
      boolean gaps = name.isEmpty() || name.startsWith(".") || name.contains("..");
      return gaps || name.endsWith(".") ? Optional.empty() : Optional.of(name);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}

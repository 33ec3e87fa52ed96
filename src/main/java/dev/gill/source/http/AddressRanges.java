package dev.gill.source.http;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Addresses that are not those of servers on the Internet: this machine, this network, several at
 * once, or nobody; after the IANA special-purpose registries (RFC 6890 and what it is updated by).
 * An IPv6 address that stands for an IPv4 address counts as that one.
 */
final class AddressRanges {
  private static final List<Range> INNER =
      List.of(
          v4(0, 0, 0, 0, 8),
          v4(10, 0, 0, 0, 8),
          v4(100, 64, 0, 0, 10),
          v4(127, 0, 0, 0, 8),
          v4(169, 254, 0, 0, 16),
          v4(172, 16, 0, 0, 12),
          v4(192, 0, 0, 0, 24),
          v4(192, 168, 0, 0, 16),
          v4(198, 18, 0, 0, 15),
          v4(224, 0, 0, 0, 3),
          v6("0000", 8),
          v6("0100", 8),
          v6("0064ff9b0001", 48),
          v6("fc00", 7),
          v6("fe80", 9),
          v6("ff00", 8));

  /** Where an IPv6 address of such a range holds an IPv4 address. */
  private static final List<Embedded> EMBEDDED =
      List.of(
          new Embedded(v6("00000000000000000000ffff", 96), 12),
          new Embedded(v6("0000000000000000ffff0000", 96), 12),
          new Embedded(v6("0064ff9b0000000000000000", 96), 12),
          new Embedded(v6("2002", 16), 2));

  /** Teredo holds the IPv4 address of a stranger's relay and of its client; nobody serves on it. */
  private static final Range TEREDO = v6("20010000", 32);

  private AddressRanges() {}

  /** Whether an address, of 4 or 16 bytes, is one of those. */
  static boolean inner(byte[] address) {
    byte[] plain = plain(address);
    return TEREDO.holds(plain) || INNER.stream().anyMatch(range -> range.holds(plain));
  }

  private static byte[] plain(byte[] address) {
    return EMBEDDED.stream()
        .filter(form -> form.range().holds(address))
        .map(form -> Arrays.copyOfRange(address, form.at(), form.at() + 4))
        .findFirst()
        .orElse(address);
  }

  private static Range v4(int a, int b, int c, int d, int bits) {
    return new Range(new byte[] {(byte) a, (byte) b, (byte) c, (byte) d}, bits);
  }

  private static Range v6(String start, int bits) {
    return new Range(Arrays.copyOf(HexFormat.of().parseHex(start), 16), bits);
  }

  private record Embedded(Range range, int at) {}

  private record Range(byte[] start, int bits) {
    boolean holds(byte[] address) {
      if (address.length != start.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        if (((address[bit / 8] ^ start[bit / 8]) >> (7 - bit % 8) & 1) != 0) {
          return false;
        }
      }
      return true;
    }
  }
}

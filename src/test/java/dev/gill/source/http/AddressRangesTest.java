package dev.gill.source.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressRangesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.0",
        "10.255.255.255",
        "100.64.0.0",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.255",
        "169.254.0.0",
        "169.254.169.254",
        "172.16.0.0",
        "172.31.255.255",
        "192.0.0.170",
        "192.168.0.0",
        "192.168.255.255",
        "198.18.0.1",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "2130706433",
        "127.1",
        "::",
        "::1",
        "fc00::1",
        "fdff:ffff::1",
        "fe80::1",
        "febf::1",
        "fec0::1",
        "ff02::1",
        "ff0e::1",
        "::127.0.0.1",
        "::ffff:10.0.0.1",
        "::ffff:0:10.0.0.1",
        "64:ff9b::10.0.0.1",
        "64:ff9b::169.254.169.254",
        "64:ff9b:1::1",
        "2002:7f00:1::",
        "2002:c0a8:101::1",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
        "100::1",
      })
  void inner_addresses_are_known(String address) throws Exception {
    assertThat(AddressRanges.inner(bytes(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.0",
        "169.253.255.255",
        "169.255.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.0.1.0",
        "192.167.255.255",
        "192.169.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "2606:4700::1111",
        "2001:4860:4860::8888",
        "2a00::1",
        "64:ff9b::8.8.8.8",
        "2002:808:808::1",
      })
  void addresses_of_the_internet_are_known(String address) throws Exception {
    assertThat(AddressRanges.inner(bytes(address))).isFalse();
  }

  /** Java's own reading turns these into IPv4 addresses before anybody sees them. */
  @ParameterizedTest
  @ValueSource(strings = {"7f000001", "0a000001", "a9fea9fe", "c0a80101", "64400001", "e0000001"})
  void a_mapped_address_counts_as_what_it_stands_for(String hex) {
    String mapped = "00000000000000000000ffff" + hex;

    assertThat(AddressRanges.inner(HexFormat.of().parseHex(mapped))).isTrue();
    assertThat(AddressRanges.inner(HexFormat.of().parseHex("00000000000000000000ffff08080808")))
        .isFalse();
  }

  private static byte[] bytes(String literal) throws UnknownHostException {
    return InetAddress.getByName(literal).getAddress();
  }
}

package dev.gill.surface.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostNamesTest {
  private static boolean answers(HostNames names, String host) {
    return Authority.parse(host).filter(names::answersAs).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LocalHost:8080",
        "localhost.",
        "wiki.localhost:1",
        "127.0.0.1:8080",
        "127.3.2.1",
        "[::1]",
        "[::1]:8080",
        "[0:0:0:0:0:0:0:1]",
        "[::ffff:127.0.0.1]",
        "gill.example.com",
        "GILL.example.com.:443",
        "xn--bcher-kva.example",
        "10.0.0.7:8080",
        "[fd00::7]"
      })
  void answersUnderItsOwnNames(String host) {
    HostNames names =
        HostNames.of(
            List.of("gill.example.com", "bücher.example", "10.0.0.7", "fd00::7"), "0.0.0.0");
    assertThat(answers(names, host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "localhost.evil.example",
        "evillocalhost",
        "gill.example.com.evil.example",
        "example.com",
        "127.0.0.1.evil.example",
        "1270.0.0.1",
        "128.0.0.1",
        "10.0.0.8",
        "0.0.0.0",
        "[::]",
        "[fd00::8]",
        "localhost:65536",
        "localhost:x",
        "localhost, evil.example",
        "evil.example@localhost",
        "localhost/",
        "localhost..",
        ".localhost",
        "[::1",
        "[1]",
        "löcalhost",
        ""
      })
  void answersUnderNoOther(String host) {
    assertThat(answers(HostNames.of(List.of("gill.example.com"), "0.0.0.0"), host)).isFalse();
  }

  @Test
  void answersWhereItWasToldToListen() {
    assertThat(answers(HostNames.of(List.of(), "192.168.7.7"), "192.168.7.7:8080")).isTrue();
    assertThat(answers(HostNames.of(List.of(), "gill.internal"), "gill.internal")).isTrue();
    assertThat(answers(HostNames.of(List.of(), "fd00::7"), "[fd00::7]:8080")).isTrue();
    assertThat(answers(HostNames.of(List.of(), "::"), "[::]:8080")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://gill.example.com",
        "gill.example.com:8443",
        "gill.example.com/",
        "*.example.com",
        "[::1]:8080",
        "a b",
        ""
      })
  void whatIsNoNameIsSaidInOneSentence(String name) {
    assertThatThrownBy(() -> HostNames.of(List.of(name), "localhost"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(name + " is no host name; write names alone");
  }
}

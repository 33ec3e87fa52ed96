package dev.gill.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.model.SourceId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressTest {
  private static final SourceId TEAM = new SourceId("team-docs");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "https://git.example.com/team/docs.git | https://git.example.com/team/docs.git | git.example.com | - | -",
        "HTTPS://Git.example.com:8443/x | https://Git.example.com:8443/x | Git.example.com:8443 | - | -",
        "https://git.example.com | https://git.example.com | git.example.com | - | -",
        "https://git.example.com/@team/x | https://git.example.com/@team/x | git.example.com | - | -",
        "https://u:p@git.example.com/@team/x | https://git.example.com/@team/x | git.example.com | u | p",
        "https://h.example/a b/ü?c=d e | https://h.example/a%20b/%C3%BC?c=d%20e | h.example | - | -",
        "https://tok@h.example/x | https://h.example/x | h.example | tok | -",
        "https://:p@h.example/x | https://h.example/x | h.example | '' | p",
        "https://u:p/q?r@h.example/x | https://h.example/x | h.example | u | p/q?r",
        "https://u:p#q@h.example/x | https://h.example/x | h.example | u | p#q",
        "https://u:p@q@h.example/x | https://h.example/x | h.example | u | p@q",
        "https://u:p@/q@h.example/x | https://h.example/x | h.example | u | p@/q",
        "https://u:p q:r@h.example/x | https://h.example/x | h.example | u | p q:r",
        "https://u%40x:%70%2F%@h.example/x | https://h.example/x | h.example | u@x | p/%",
        "https://u:p@[::1]:8443/x | https://[::1]:8443/x | [::1]:8443 | u | p",
        "https://u:p@bücher.example/x | https://xn--bcher-kva.example/x | xn--bcher-kva.example | u | p",
        "http://localhost:80/x?token=t | http://localhost:80/x?token=t | localhost:80 | - | -",
        "http://gitea/x | http://gitea/x | The server | - | -",
        "http://glpat-a.example/x | http://glpat-a.example/x | The server | - | -",
        "http://a1b2c3d4e5f6a7b8c9d0e1f2.example/ | http://a1b2c3d4e5f6a7b8c9d0e1f2.example/ | The server | - | -",
      })
  void an_address_is_taken_apart(
      String written, String location, String shown, String user, String secret) {
    Address address = Address.parse(TEAM, written);
    assertThat(address.location()).isEqualTo(location);
    assertThat(address.shown()).isEqualTo(shown).isEqualTo(address.toString());
    assertThat(address.user().orElse(null)).isEqualTo(user);
    assertThat(address.secret().orElse(null)).isEqualTo(secret);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://",
        "https://u:secret@",
        "https://u:secret@/x",
        "https://u:secret@:80/x",
        "https://u:secret@h.example:0/x",
        "https://u:secret@h.example:65536/x",
        "https://u:secret@h.example:x/x",
        "https://u:secret@h example/x",
        "https://u:secret@h.example\\x",
        "https://u:12/secret@h.example/x",
        "https://u:secret@h/secret@h.example/x",
        "https://secret.x/y@h.example/x",
        "https://u:secret@[::1/x",
        "https://[u:secret@::1]/x",
        "https://h.example/x#secret",
        "https://h.example/secret\\x",
        "https://h.example/secret\u0007",
        "u:secret@h.example:x"
      })
  void an_address_in_doubt_is_refused_without_being_repeated(String written) {
    assertThatThrownBy(() -> Address.parse(TEAM, written))
        .isInstanceOf(IllegalArgumentException.class)
        .hasNoCause()
        .message()
        .contains("GILL_SOURCES_TEAM_DOCS_PASSWORD", "gill.sources.team-docs.username", "%40)")
        .doesNotContain("secret", "h.example");
  }
}

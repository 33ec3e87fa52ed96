package dev.gill.source.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.source.Secret;
import dev.gill.source.SourceException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TargetsTest {
  private static final Credential TOKEN = new Credential.Bearer(Secret.of("hunter2"));

  @ParameterizedTest
  @CsvSource({
    "http://wiki.example.org/x, leads from https to http",
    "http://files.example.org/x, leads from https to http",
    "//evil.example.org/x, is no host that Gill may be sent to",
    "https://wiki.example.org:8443/x, is no host that Gill may be sent to",
    "https://wiki.example.org.evil.example/x, is no host that Gill may be sent to",
    "https://ann:hunter2@wiki.example.org/x, leads to an address that cannot be read",
    "https://wiki.example.org\\@evil.example.org, leads to an address that cannot be read",
    "https://files.example.org:99999999999/, leads to an address that cannot be read",
    "file:///etc/passwd, leads to an address that cannot be read",
    "javascript:alert(1), leads to an address that cannot be read",
    "http://, leads to an address that cannot be read",
  })
  void where_it_does_not_go(String location, String why) {
    Targets targets = targets(encrypted());

    assertThatThrownBy(() -> targets.first(Ask.get(location)))
        .isInstanceOf(SourceException.Broken.class)
        .hasMessageContaining(why)
        .message()
        .doesNotContain("hunter2", "passwd");
  }

  @ParameterizedTest
  @CsvSource({
    "https://wiki.example.org/x, https://wiki.example.org/x, true",
    "https://WIKI.example.org:443/x, https://WIKI.example.org:443/x, true",
    "https://files.example.org/x#y, https://files.example.org/x, false",
    "//files.example.org:443/x, https://files.example.org:443/x, false",
    "x.php, https://wiki.example.org/x.php, true",
    "?a=b, https://wiki.example.org/?a=b, true",
    "evil.example.org, https://wiki.example.org/evil.example.org, true",
  })
  void where_it_goes_and_whether_credentials_go_along(String location, String to, boolean own)
      throws Exception {
    Targets.Hop hop = targets(encrypted()).first(Ask.get(location));

    assertThat(hop.uri()).hasToString(to);
    assertThat(hop.own()).isEqualTo(own);
  }

  @Test
  void an_encrypted_door_of_the_same_host_is_the_same_server() throws Exception {
    Targets targets = targets(HttpSettings.of(Local.WIKI, "http://wiki.example.org"));

    assertThat(targets.first(Ask.get("https://wiki.example.org/x")).own()).isTrue();
    assertThatThrownBy(() -> targets.first(Ask.get("https://wiki.example.org:8443/x")))
        .hasMessageContaining("is no host that Gill may be sent to");
  }

  private static Targets targets(HttpSettings settings) {
    return new Targets(
        settings,
        new FailureMessages(settings.source(), Redactor.to(List.of(settings.credential()))));
  }

  private static HttpSettings encrypted() {
    HttpSettings plain = HttpSettings.of(Local.WIKI, "https://wiki.example.org");
    return new HttpSettings(
        Local.WIKI, plain.base(), Set.of("Files.example.org"), Set.of(), TOKEN, Local.LIMITS);
  }
}

package dev.gill.source.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gill.source.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpSettingsTest {
  @Test
  void a_user_and_password_in_the_address_become_the_credential() {
    HttpSettings settings =
        HttpSettings.of(Local.WIKI, "https://ann:hunt%2Fer2@wiki.example.org:8443/w/");

    assertThat(settings.base()).hasToString("https://wiki.example.org:8443/w/");
    assertThat(settings.credential()).isEqualTo(new Credential.Basic("ann", Secret.of("hunt/er2")));
    assertThat(settings).hasToString("HttpSettings[wiki, wiki.example.org:8443]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wiki.example.org",
        "ftp://wiki.example.org/hunter2",
        "https://hunter2@wiki.example.org/",
        "https://ann:@wiki.example.org/hunter2",
        "https://wiki_hunter2.example.org/",
        "https://wiki.example.org/{hunter2}",
        "https://:hunter2@/",
        "https://wiki.example.org./hunter2"
      })
  void an_address_that_makes_no_sense_is_not_repeated(String address) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HttpSettings.of(Local.WIKI, address))
        .withMessageContaining("the url of source wiki cannot be read: write https://HOST/PATH")
        .withMessageNotContaining("hunter2")
        .withNoCause();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://files.example.org", "ann:hunter2@files", "files/x", "", "a..b c"})
  void a_host_is_a_host(String host) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new HttpSettings(
                    Local.WIKI,
                    URI.create("https://wiki.example.org/"),
                    Set.of(host),
                    Set.of(),
                    new Credential.None(),
                    HttpLimits.USUAL))
        .withMessageContaining("write files.example.org or files.example.org:8443")
        .withMessageNotContaining("hunter2");
  }

  @Test
  void limits_make_sense() {
    Duration second = Duration.ofSeconds(1);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HttpLimits(Duration.ZERO, second, 1, 1, 1, 0, second));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HttpLimits(second, second, 0, 1, 1, 0, second));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HttpLimits(second, second, 1, 0, 1, 0, second));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HttpLimits(second, second, 1, 1, 0, 0, second));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HttpLimits(second, second, 1, 1, 1, -1, second));
  }
}

package dev.gill.source.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.source.Secret;
import dev.gill.source.SourceException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class CredentialTest {
  static List<Arguments> ways() {
    Secret secret = Secret.of("hunter2");
    return List.of(
        Arguments.of(new Credential.Bearer(secret), "Authorization", "Bearer hunter2"),
        Arguments.of(
            new Credential.Basic("ann", secret), "Authorization", "Basic YW5uOmh1bnRlcjI="),
        Arguments.of(new Credential.Cookie("sid", secret), "Cookie", "sid=hunter2"),
        Arguments.of(new Credential.Header("PRIVATE-TOKEN", secret), "Private-Token", "hunter2"));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void each_way_of_signing_in_arrives(Credential credential, String header, String value)
      throws Exception {
    try (Local local = new Local();
        PlainServer server = new PlainServer(exchange -> PlainServer.say(exchange, 200, "in"))) {
      local.client(server.url(), credential).ask(Ask.get("page"));
      local.client(server.url()).ask(Ask.get("page").as(credential));
      local.client(server.url()).ask(Ask.get("page"));

      assertThat(server.requests())
          .extracting(request -> request.header(header))
          .containsExactly(value, value, null);
    }
  }

  @ParameterizedTest
  @MethodSource("ways")
  void no_text_form_shows_a_secret(Credential credential, String header, String value) {
    assertThat(credential.toString()).doesNotContain("hunter2").doesNotContain("YW5u");
    assertThat(HeaderLine.of(credential).toString())
        .contains(header.equals("Private-Token") ? "PRIVATE-TOKEN" : header)
        .doesNotContain(value);
    assertThat(Local.settings("https://wiki.example.org/", Local.LIMITS, credential).toString())
        .isEqualTo("HttpSettings[wiki, wiki.example.org]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hunter2\n", "hunter2\r\nHost: evil"})
  void a_secret_is_one_line(String value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Secret.of(value))
        .withMessageContaining("give it as one line")
        .withMessageNotContaining("hunter2")
        .withNoCause();
  }

  static Stream<Runnable> untransportable() {
    return Stream.of(
        () -> new Credential.Bearer(Secret.of("hunter2 ")),
        () -> new Credential.Bearer(Secret.of("hunter2–")),
        () -> new Credential.Basic("ann:", Secret.of("hunter2")),
        () -> new Credential.Cookie("sid", Secret.of("hunter2; admin=1")),
        () -> new Credential.Cookie("sid=1", Secret.of("hunter2")),
        () -> new Credential.Header("Host", Secret.of("hunter2")),
        () -> new Credential.Header("a b", Secret.of("hunter2")),
        () -> Ask.get("page").header("Authorization", "Bearer hunter2"),
        () -> Ask.get("page").header("cookie", "sid=hunter2"),
        () -> Ask.get("page").header("X-Token", "hunter2\r\nHost: evil"));
  }

  @ParameterizedTest
  @MethodSource("untransportable")
  void what_cannot_travel_as_a_credential_is_refused_without_repeating_it(Runnable making) {
    assertThatIllegalArgumentException()
        .isThrownBy(making::run)
        .withMessageNotContaining("hunter2")
        .withNoCause();
  }

  @Test
  void nothing_secret_travels_unencrypted_to_a_host_that_is_not_internal() {
    Credential token = new Credential.Bearer(Secret.of("hunter2"));
    HttpSettings nobody = HttpSettings.of(Local.WIKI, "http://wiki.example.org/");

    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new HttpSettings(
                    Local.WIKI,
                    nobody.base(),
                    nobody.redirectHosts(),
                    nobody.internalHosts(),
                    token,
                    Local.LIMITS))
        .withMessageContaining("would travel unencrypted: write https");
    try (Local local = new Local()) {
      assertThatThrownBy(() -> local.clients.client(nobody).ask(Ask.get("page").as(token)))
          .isInstanceOf(SourceException.Broken.class)
          .hasMessageStartingWith("wiki.example.org would get a password or token unencrypted");
      assertThat(local.counters("wiki.example.org:80").requests()).isZero();
    }
  }
}

package dev.gill.source.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gill.source.Secret;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RedactorTest {
  @ParameterizedTest
  @CsvSource({
    "https://wiki.example.org/w/api.php?action=query&limit=50, https://wiki.example.org/w/api.php?action=query&limit=50",
    "page?id=7, page?id=7",
    "https://ann:s3cret@wiki.example.org/x, https://wiki.example.org/x",
    "https://s3cret@wiki.example.org, https://wiki.example.org",
    "/x?access_token=s3cret&id=7#s3cret, /x?access_token=…&id=7",
    "/x?;a?token=s3cret, /x?;a?token=…",
    "/x;jsessionid=s3cret/y, /x;…/y",
    "?X-Amz-Signature=s3cret, ?X-Amz-Signature=…",
    "?acc%65ss_tok%65n=s3cret, ?acc%65ss_tok%65n=…",
    "?q=ann:s3cret@host, ?q=…",
    "/hooks/T0/xoxb-s3cret, /hooks/T0/…",
    "/bot/a1b2c3d4e5f6a7b8c9d0e1f2g3/get, /bot/…/get",
    "?a1b2c3d4e5f6a7b8c9d0e1f2g3, ?…",
    "?id=a1b2c3d4e5f6a7b8c9d0e1f2g3, ?id=…",
    "http:////ann:s3cret@host/%zz?%zz=1, http:////…/%zz?%zz=1",
  })
  void what_is_shown_of_an_address(String address, String shown) {
    assertThat(Redactor.to(List.of()).target(address)).isEqualTo(shown).doesNotContain("s3cret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "token", "access_token", "apikey", "api_key", "key", "sig", "signature", "SECRET",
        "password", "Passwd", "pwd", "auth", "code", "client_secret", "sid", "X-Goog-Credential",
        "jwt", "session", "ticket", "hmac"
      })
  void parameters_that_carry_secrets_by_their_names(String name) {
    assertThat(Redactor.to(List.of()).target("/x?a=1&" + name + "=s3cret&b=2"))
        .isEqualTo("/x?a=1&" + name + "=…&b=2");
  }

  @ParameterizedTest
  @CsvSource({
    "/x/hunter2/y, /x/…/y",
    "/x/Hunter2-more?q=a-hunt%65r2, /x/…?q=…",
    "https://hunter2.example.org/x, //…/x",
    "/x/YW5uOmh1bnRlcjI=, /x/…",
  })
  void what_a_server_repeats_of_a_credential(String address, String shown) {
    Credential ann = new Credential.Basic("ann", Secret.of("hunter2"));

    assertThat(Redactor.to(List.of(ann)).target(address)).isEqualTo(shown);
  }

  @Test
  void a_request_s_text_form_is_shown_the_same_way() {
    assertThat(Ask.get("/x?token=s3cret").as(new Credential.Bearer(Secret.of("s3cret"))))
        .hasToString("GET /x?token=…");
  }
}

package dev.gill.surface.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandardWebhooksTest {
  /** The example of the specification's own libraries. */
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final String AT = "1614265330";
  private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
  private static final String RIGHT = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

  private static boolean signed(String secret, String id, String at, byte[] body, String said) {
    return StandardWebhooks.signed(secret, id, at, body, said);
  }

  @Test
  void whatOthersSignedIsRecognised() {
    assertThat(StandardWebhooks.isSecret(SECRET)).isTrue();
    assertThat(signed(SECRET, ID, AT, BODY, RIGHT)).isTrue();
    assertThat(signed(SECRET, ID, AT, BODY, "v1,AAAA " + RIGHT + " v1a,x")).isTrue();
  }

  @Test
  void whateverDiffersIsRefused() {
    assertThat(signed(SECRET, "msg_other", AT, BODY, RIGHT)).isFalse();
    assertThat(signed(SECRET, ID, "1614265331", BODY, RIGHT)).isFalse();
    assertThat(signed(SECRET, ID, AT, new byte[0], RIGHT)).isFalse();
    assertThat(signed(SECRET.replace("MfKQ", "MfKR"), ID, AT, BODY, RIGHT)).isFalse();
    assertThat(signed(SECRET, ID, AT, BODY, RIGHT.replace("v1,", "v2,"))).isFalse();
    assertThat(signed(SECRET, ID, AT, BODY, "")).isFalse();
    assertThat(signed(SECRET, null, null, BODY, RIGHT)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "whsec_",
        "whsec_short",
        "tulip-88-tulip-88-tulip-88-tulip-88",
        "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
      })
  void anySecretOfAnotherKindSignsNothing(String secret) {
    assertThat(StandardWebhooks.isSecret(secret)).isFalse();
    assertThat(signed(secret, ID, AT, BODY, RIGHT)).isFalse();
  }
}

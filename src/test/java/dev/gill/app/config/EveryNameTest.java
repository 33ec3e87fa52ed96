package dev.gill.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A setting whose name is not known cannot be set: a start refuses it as a slip of the pen. */
class EveryNameTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "gill.data",
        "gill.answer.key",
        "gill.answer.monthly-tokens",
        "gill.embed.model.zh",
        "gill.http.asks-per-caller",
        "gill.signin",
        "gill.signin.audience",
        "gill.surfaces.slack.signing-secret-file"
      })
  void aSettingCanBeGiven(String name) {
    assertThat(Names.KNOWN).containsOnlyOnce(name);
  }
}

package dev.gill.app.config;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Variables that are nearly Gill's are a mistake that would otherwise go unnoticed. */
class NamesTest {
  @ParameterizedTest
  @CsvSource({
    "GILL_DTA, GILL_DATA",
    "GILL_DATAA, GILL_DATA",
    "GIL_DATA, GILL_DATA",
    "GILLL_HTTP_HOSTS, GILL_HTTP_HOSTS",
    "GILL_EMBED_THREDS, GILL_EMBED_THREADS",
    "GILL_HTTP_HOST, GILL_HTTP_HOSTS",
    "GILL_SIGNIN_ISUER, GILL_SIGNIN_ISSUER",
    "GILL_SORCES_DOCS_PASSWORD, GILL_SOURCES_DOCS_PASSWORD"
  })
  void oneThatIsNearlyRightIsNamed(String written, String meant) {
    assertThatThrownBy(() -> ConfigFile.checkVariables(Set.of("PATH", written)))
        .isInstanceOf(ConfigException.class)
        .hasMessage("The environment's %s is no setting of Gill; did you mean %s?", written, meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GILL_DATA",
        "GILL_JAVA_OPTS",
        "GILL_SOURCES_DOCS_PASSWORD",
        "GILL_HOOKS_DOCS_SECRET",
        "GILL_EMBED_MODEL_EN",
        "GILL_SERVICE_HOST",
        "GILL_SERVICE_PORT_HTTP",
        "GILL_PORT",
        "GILL_TOKEN",
        "GILL_SIGNIN",
        "GILL_SIGNIN_OPEN",
        "GILL_SIGNIN_CLIENT_SECRET",
        "GILL_PORT_8080_TCP_ADDR",
        "GIT_DIR",
        "HILL_TOP",
        "BILL_DATA_X",
        "QUARKUS_HTTP_PORT",
        "PATH"
      })
  void whatIsRightOrAnothersIsLeftAlone(String variable) {
    assertThatCode(() -> ConfigFile.checkVariables(Set.of(variable))).doesNotThrowAnyException();
  }
}

package dev.gill.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

/** What the file and the environment say of sources, together. */
class WrittenTest {
  private static Map<String, Map<String, String>> read(
      Map<String, String> file, Map<String, String> environment) {
    Config config =
        new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(file, "test", 260))
            .withSources(new EnvConfigSource(environment, 300))
            .build();
    return ConfigFile.of(config).sources();
  }

  @Test
  void aPasswordOfTheEnvironmentJoinsWhatTheFileSays() {
    assertThat(
            read(
                Map.of("gill.sources.docs.type", "git", "gill.sources.docs.max-bytes", "5"),
                Map.of("GILL_SOURCES_DOCS_PASSWORD", "p", "GILL_SOURCES_DOCS_MAX_BYTES", "7")))
        .isEqualTo(Map.of("docs", Map.of("type", "git", "password", "p", "max-bytes", "7")));
  }

  @Test
  void aNameWithADashOrADotHasItsVariablesToo() {
    assertThat(
            read(
                Map.of(
                    "gill.sources.my.type", "git",
                    "gill.sources.my-docs.type", "git",
                    "gill.sources.\"v2.docs\".type", "git"),
                Map.of("GILL_SOURCES_MY_DOCS_PASSWORD", "p", "GILL_SOURCES_V2_DOCS_PASSWORD", "q")))
        .isEqualTo(
            Map.of(
                "my", Map.of("type", "git"),
                "my-docs", Map.of("type", "git", "password", "p"),
                "v2.docs", Map.of("type", "git", "password", "q")));
  }

  @Test
  void theEnvironmentAloneCanNameASource() {
    assertThat(
            read(
                Map.of(),
                Map.of(
                    "GILL_SOURCES_HANDBOOK_TYPE", "folder",
                    "GILL_SOURCES_HANDBOOK_PATH", "/srv/handbook",
                    "GILL_SOURCES_TEAM_DOCS_TYPE", "git",
                    "GILL_SOURCES_TEAM_DOCS_URL", "https://h.example/x.git")))
        .isEqualTo(
            Map.of(
                "handbook", Map.of("type", "folder", "path", "/srv/handbook"),
                "team-docs", Map.of("type", "git", "url", "https://h.example/x.git")));
  }

  @Test
  void variablesOfNoSourceAreLeftAlone() {
    assertThat(read(Map.of(), Map.of("GILL_SOURCES_GONE_PASSWORD", "p"))).isEmpty();
  }

  @Test
  void aMistypedVariableOfASourceIsKeptSoThatItsTypeCanRefuseIt() {
    assertThat(
            read(Map.of("gill.sources.docs.type", "git"), Map.of("GILL_SOURCES_DOCS_PASWORD", "p")))
        .isEqualTo(Map.of("docs", Map.of("type", "git", "pasword", "p")));
  }

  @Test
  void aSystemPropertyOverrulesTheEnvironmentAndTheEnvironmentTheFile() {
    Config config =
        new SmallRyeConfigBuilder()
            .withSources(
                new PropertiesConfigSource(
                    Map.of("gill.sources.a.type", "git", "gill.sources.a.url", "file"), "f", 260))
            .withSources(
                new EnvConfigSource(
                    Map.of("GILL_SOURCES_A_URL", "env", "GILL_SOURCES_A_BRANCH", "env"), 300))
            .withSources(
                new PropertiesConfigSource(Map.of("gill.sources.a.branch", "system"), "s", 400))
            .build();
    assertThat(ConfigFile.of(config).sources())
        .isEqualTo(Map.of("a", Map.of("type", "git", "url", "env", "branch", "system")));
  }

  @Test
  void aValueMayNameAnotherSetting() {
    assertThat(
            read(
                Map.of(
                    "gill.sources.a.type", "folder",
                    "gill.sources.a.path", "${gill.data}/notes",
                    "gill.data", "/srv"),
                Map.of()))
        .isEqualTo(Map.of("a", Map.of("type", "folder", "path", "/srv/notes")));
  }

  @Test
  void whatIsNoSettingOfASourceIsRefused() {
    assertThatThrownBy(() -> read(Map.of("gill.sources.docs", "folder"), Map.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessage("Gill knows no setting gill.sources.docs; write gill.sources.NAME.SETTING.");
  }
}

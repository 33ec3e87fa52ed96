package dev.gill.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.model.Audience;
import dev.gill.model.SourceId;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  private static Settings of(String key, String value) {
    return new Settings(new SourceId("docs"), Map.of(key, value));
  }

  @Test
  void readsEachKindOfValue() {
    assertThat(of("branch", "main").text("branch")).contains("main");
    assertThat(of("path", "/srv/docs").requiredPath("path")).hasToString("/srv/docs");
    assertThat(of("max-bytes", " 12 ").bytes("max-bytes", 7)).isEqualTo(12);
    assertThat(of("include", "*.md, docs/**,,a\\,b.txt").list("include"))
        .containsExactly("*.md", "docs/**", "a,b.txt");
    assertThat(of("private", "true").flag("private", false)).isTrue();
    assertThat(of("links", "Follow").choice("links", Map.of("within", 1, "follow", 2), 1))
        .isEqualTo(2);
    assertThat(of("password", "hunter2").secret("password").orElseThrow().reveal())
        .isEqualTo("hunter2");
    assertThat(of("audience", "leads, hr").audience()).isEqualTo(Audience.of("leads", "hr"));
  }

  @Test
  void whatIsNotWrittenOrBlankIsTheDefault() {
    Settings blank = of("max-bytes", "  ");
    assertThat(blank.text("max-bytes")).isEmpty();
    assertThat(blank.bytes("max-bytes", 7)).isEqualTo(7);
    assertThat(blank.duration("every")).isEmpty();
    assertThat(blank.list("include")).isEmpty();
    assertThat(blank.secret("password")).isEmpty();
    assertThat(blank.flag("private", true)).isTrue();
    assertThat(blank.audience()).isEqualTo(new Audience.Everyone());
  }

  @ParameterizedTest
  @CsvSource({
    "30, PT30S",
    "30s, PT30S",
    "500ms, PT0.5S",
    "5m, PT5M",
    "2d, PT48H",
    "1h30m, PT1H30M",
    "PT7S, PT7S"
  })
  void readsTimesAsTheRestOfTheConfigurationDoes(String written, Duration time) {
    assertThat(of("every", written).duration("every")).contains(time);
  }

  @ParameterizedTest
  @CsvSource({"MARK", "0s", "-5s", "5 parsecs", "99999999999999999999d"})
  void aTimeThatIsNoneIsRefused(String written) {
    assertThatThrownBy(() -> of("every", written).duration("every"))
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "gill.sources.docs.every cannot be read; make it a time above zero such as 30s or 5m.");
  }

  @Test
  void everyMistakeHasItsSentenceWhichNamesTheSettingAndNoValue() {
    refused(
        "max-bytes",
        s -> s.bytes("max-bytes", 1),
        "gill.sources.docs.max-bytes cannot be read; make it a whole number of bytes above zero.");
    refused(
        "depth",
        s -> s.number("depth", 1),
        "gill.sources.docs.depth cannot be read; make it a whole number above zero.");
    refused(
        "private",
        s -> s.flag("private", true),
        "gill.sources.docs.private is not known; use false or true.");
    refused(
        "links",
        s -> s.choice("links", Map.of("within", 1, "follow", 2), 1),
        "gill.sources.docs.links is not known; use follow or within.");
    refused("other", s -> s.required("path"), "gill.sources.docs.path is missing; set it.");
    assertThatThrownBy(() -> of("path", "a\0MARK").requiredPath("path"))
        .hasMessage("gill.sources.docs.path is no path on this machine; write one.");
    assertThatThrownBy(() -> of("password", "MARK\n").secret("password"))
        .hasMessage(
            "gill.sources.docs.password is empty or holds a line end; give it as one line.");
    assertThatThrownBy(() -> of("audience", "everyone,MARK").audience())
        .hasMessage(
            "gill.sources.docs.audience cannot be read; make it everyone, or group names parted by commas.");
  }

  @Test
  void aMistypedKeyIsRefusedWithTheOneThatWasMeant() {
    Set<String> known = Set.of("path", "max-bytes", "branch");
    assertThatThrownBy(() -> of("brnach", "x").only("git", known))
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "Gill knows no setting gill.sources.docs.brnach for the type git (it has branch, max-bytes, path); did you mean branch?");
    assertThatThrownBy(() -> of("maxBytes", "1").only("git", known))
        .hasMessageEndingWith("did you mean max-bytes?");
    assertThatThrownBy(() -> of("proxy", "MARK").only("git", known))
        .hasMessageEndingWith("correct its name or take it out.")
        .hasMessageNotContaining("MARK");
  }

  @Test
  void aValueThatWasWrittenIntoTheKeyIsNotShown() {
    assertThatThrownBy(() -> of("password MARK", "x").only("git", Set.of("password")))
        .hasMessageContaining("gill.sources.docs.password…")
        .hasMessageNotContaining("MARK");
    assertThatThrownBy(() -> of("ghp_0123456789", "x").only("git", Set.of("password")))
        .hasMessageNotContaining("0123456789");
  }

  @Test
  void itsTextFormShowsNoValue() {
    assertThat(of("password", "MARK")).asString().contains("password").doesNotContain("MARK");
  }

  private static void refused(String key, Function<Settings, ?> read, String sentence) {
    Settings settings = of(key, "MARK");
    assertThatThrownBy(() -> read.apply(settings))
        .isInstanceOf(SettingsException.class)
        .hasMessage(sentence);
  }
}

package dev.gill.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.model.SourceId;
import dev.gill.source.CheckStep;
import dev.gill.source.SourceType;
import dev.gill.sync.Followed;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What users get told of their sources' settings. */
class SourcesTest {
  @TempDir Path folder;

  private static Sources sources(String... settings) {
    Map<String, String> all = new HashMap<>();
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      all.put("gill.sources." + setting.substring(0, equals), setting.substring(equals + 1));
    }
    Config config =
        new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(all, "test", 300))
            .build();
    return new Sources(ConfigFile.of(config), InstantSource.system());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x.path=. | gill.sources.x.type is missing; use folder, git, mail, mediawiki, dokuwiki, confluence, webdav, chatexport, slack, lark, lark-chat, matrix or verified.",
        "x.type=wiki | gill.sources.x.type is not known; use folder, git, mail, mediawiki, dokuwiki, confluence, webdav, chatexport, slack, lark, lark-chat, matrix or verified.",
        "x.type=foldr | gill.sources.x.type is not known; use folder, git, mail, mediawiki, dokuwiki, confluence, webdav, chatexport, slack, lark, lark-chat, matrix or verified (did you mean folder?).",
        "x.type=folder | gill.sources.x.path is missing; set it.",
        "x.type=git | gill.sources.x.url (or path) is missing; set it.",
        "x.type=folder;x.path=.;x.branch=main | Gill knows no setting gill.sources.x.branch for the type folder (it has audience, every, exclude, include, link, links, max-bytes, path); correct its name or take it out.",
        "x.type=git;x.path=.;x.user=a | Gill knows no setting gill.sources.x.user for the type git (it has audience, branch, every, exclude, folder, include, link, links, max-bytes, password, path, url, username); did you mean username?",
        "x.type=folder;x.path=.;x.links=all | gill.sources.x.links is not known; use follow or within.",
        "x.type=folder;x.path=.;x.every=soon | gill.sources.x.every cannot be read; make it a time above zero such as 30s or 5m.",
        "x.type=git;x.path=.;x.every=0s | gill.sources.x.every cannot be read; make it a time above zero such as 30s or 5m.",
        "x.type=folder;x.path=.;x.max-bytes=1G | gill.sources.x.max-bytes cannot be read; make it a whole number of bytes above zero.",
        "x.type=folder;x.path=.;x.max-bytes=9999999999 | gill.sources.x: the largest file of source x must be of 1 byte to 2 GiB, not of 9999999999 bytes",
        "x.type=folder;x.path=.;x.include=[a | gill.sources.x: a pattern of 2 characters has a [ without its ]: write a glob such as *.md, drafts or docs/**/*.pdf",
        "x.type=folder;x.path=.;x.audience=everyone,hr | gill.sources.x.audience cannot be read; make it everyone, or group names parted by commas.",
        "x.type=git;x.path=.;x.folder=../y | gill.sources.x: the folder of source x must be a path inside the repository, such as docs/team",
      })
  void aMistakeIsSaidInASentence(String settings, String sentence) {
    Sources sources = sources(settings.split(";"));
    assertThatThrownBy(sources::followed).isInstanceOf(ConfigException.class).hasMessage(sentence);
  }

  @Test
  void aFolderThatIsNotThereKeepsGillFromStarting() {
    assertThatThrownBy(() -> sources("x.type=folder", "x.path=" + folder.resolve("y")).check())
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "gill.sources.x.path leads nowhere: there is no folder %s/…; create it or name another."
                .formatted(folder));
    sources("x.type=folder", "x.path=" + folder).check();
    sources("x.type=git", "x.url=https://no-such-host.invalid/x.git").check();
  }

  @Test
  void eachSourceIsPolledAsOftenAsItsTypeOrItsSettingSays() {
    List<Followed> followed =
        sources(
                "a.type=folder",
                "a.path=" + folder,
                "b.type=git",
                "b.path=" + folder,
                "c.type=git",
                "c.url=https://h.example/x.git",
                "d.type=git",
                "d.path=" + folder,
                "d.every=2m")
            .followed();
    followed.forEach(each -> each.source().close());

    assertThat(followed)
        .extracting(each -> each.source().id().name())
        .containsExactly("a", "b", "c", "d");
    assertThat(followed).extracting(Followed::type).containsExactly("folder", "git", "git", "git");
    assertThat(followed)
        .extracting(Followed::every)
        .containsExactly(
            Duration.ofSeconds(30),
            Duration.ofSeconds(5),
            Duration.ofSeconds(60),
            Duration.ofMinutes(2));
  }

  @Test
  void secretsAreMaskedUnlessASourceSaysOtherwise() {
    Sources sources =
        sources("a.type=folder", "a.path=.", "b.type=folder", "b.path=.", "b.mask-secrets=false");
    assertThat(sources.unmasked()).containsExactly(new SourceId("b"));
    assertThat(sources.followed()).hasSize(2).allSatisfy(each -> each.source().close());
    assertThatThrownBy(() -> sources("a.type=folder", "a.path=.", "a.mask-secrets=no").unmasked())
        .isInstanceOf(ConfigException.class)
        .hasMessage("gill.sources.a.mask-secrets is not known; use false or true.");
  }

  @Test
  void aMistakeInOneSourceDoesNotKeepAnotherFromBeingChecked() throws Exception {
    Files.writeString(folder.resolve("a.md"), "# A");
    Sources sources =
        sources("bad.type=folder", "bad.pth=MARK", "good.type=folder", "good.path=" + folder);
    List<CheckStep> bad = new ArrayList<>();
    List<CheckStep> good = new ArrayList<>();
    sources.check("bad", folder, bad::add);
    sources.check("good", folder, good::add);

    assertThat(bad).hasSize(1);
    assertThat(bad.getFirst().outcome()).isInstanceOf(CheckStep.Failed.class);
    assertThat(bad.getFirst().outcome().sentence())
        .contains("gill.sources.bad.pth", "did you mean path?")
        .doesNotContain("MARK");
    assertThat(good).extracting(CheckStep::name).startsWith("configured", "folder");
    assertThat(good).noneMatch(step -> step.outcome() instanceof CheckStep.Failed);
  }

  static List<SourceType> types() {
    return SourceTypes.all();
  }

  @ParameterizedTest
  @MethodSource("types")
  void eachTypeHasAPageThatListsItsSettingsAndNoOthers(SourceType type) throws Exception {
    Path page = Path.of("docs", "sources", type.name() + ".md");
    assertThat(page).exists();
    List<String> listed =
        Files.readAllLines(page).stream()
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.split("`")[1])
            .toList();
    assertThat(listed).containsExactlyInAnyOrderElementsOf(type.settings());
    assertThat(Path.of("README.md")).content().contains("docs/sources/" + type.name() + ".md");
  }

  @ParameterizedTest
  @MethodSource("types")
  void eachTypesPageSaysHowSoonChangesDeletesAndLostRightsAreFelt(SourceType type)
      throws Exception {
    String page = Files.readString(Path.of("docs", "sources", type.name() + ".md"));
    String soon =
        page.lines()
            .dropWhile(line -> !line.startsWith("## ") || !line.toLowerCase().contains("how soon"))
            .skip(1)
            .takeWhile(line -> !line.startsWith("## "))
            .collect(Collectors.joining(" "));
    assertThat(soon)
        .containsPattern("edit|change|writ|new message")
        .containsPattern("delete|gone|expunged|trash|redact|recalled")
        .containsPattern("right|restrict|read|audience|leaves|goes|access list");
  }
}

package dev.gill.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What links come out; that no secret goes in is tried in {@link RedactionTest}. */
class LinkTemplateTest {
  private static final Set<String> NAMES = Set.of("path", "commit");

  @Test
  void whatTheSourceKnowsIsFilledIn() {
    LinkTemplate template =
        new LinkTemplate("https://git.example.org/blob/{commit}/{path}?again={path}", NAMES);
    assertThat(template.fill(Map.of("commit", "4f2a91c", "path", "docs/a.md")))
        .isEqualTo("https://git.example.org/blob/4f2a91c/docs/a.md?again=docs/a.md");
  }

  @ParameterizedTest
  @ValueSource(strings = {"line", "page", "slide", "sheet", "row"})
  void whatEachCitationKnowsIsLeftToIt(String name) {
    LinkTemplate template = new LinkTemplate("/wiki/{path}#{" + name + "}", Set.of("path"));
    assertThat(template.fill(Map.of("path", "a.md"))).isEqualTo("/wiki/a.md#{" + name + "}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "docs/a b.md       | docs/a%20b.md",
        "请假.md             | %E8%AF%B7%E5%81%87.md",
        "a?b#c&d=e%f.md    | a%3Fb%23c%26d%3De%25f.md",
        "\"><script>       | %22%3E%3Cscript%3E",
        "$1\\2.md          | %241%5C2.md",
        "{line}.md         | %7Bline%7D.md",
        "A-z_0.9~.md       | A-z_0.9~.md",
        "😀.md              | %F0%9F%98%80.md",
      })
  void aPathIsEncodedBetweenItsSlashes(String path, String encoded) {
    String link = new LinkTemplate("https://example.org/{path}", NAMES).fill(Map.of("path", path));
    assertThat(link).isEqualTo("https://example.org/" + encoded);
    assertThat(URI.create(link).getPath()).isEqualTo("/" + path);
  }

  @Test
  void noTemplateMakesNoLink() {
    assertThat(new LinkTemplate("", NAMES).fill(Map.of("path", "a.md"))).isEmpty();
  }

  @Test
  void whatIsNotKnownIsLeftOpen() {
    assertThat(new LinkTemplate("/{commit}/{path}", NAMES).fill(Map.of("path", "a.md")))
        .isEqualTo("/{commit}/a.md");
  }

  @Test
  void aPlaceholderThatTheSourceCannotFillInIsRefused() {
    assertThatThrownBy(() -> new LinkTemplate("/{commit}/{path}", Set.of("path")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the link template holds {commit}, which this source cannot fill in: use {path}, {line} or {page}");
    assertThatThrownBy(() -> new LinkTemplate("/{path}/{hunter2}", NAMES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the link template holds a placeholder, which this source cannot fill in: use {path}, {commit}, {line} or {page}");
    assertThatThrownBy(() -> new LinkTemplate("/{}", NAMES))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

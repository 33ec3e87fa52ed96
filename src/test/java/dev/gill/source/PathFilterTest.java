package dev.gill.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathFilterTest {
  private static PathFilter filter(List<String> include, List<String> exclude) {
    return new PathFilter(include, exclude, name -> !name.endsWith(".bin"));
  }

  private static final PathFilter PLAIN = filter(List.of(), List.of());

  @ParameterizedTest
  @ValueSource(strings = {"a.md", "docs/a.md", "docs/a b/年假.md", "a~b/~c.md", "modules/a.md"})
  void whatCanBeReadIsTaken(String path) {
    assertThat(PLAIN.takes(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.bin",
        ".hidden.md",
        ".git/a.md",
        "docs/.cache/deep/a.md",
        "node_modules/a.md",
        "docs/node_modules/lib/a.md",
        "~$letter.docx",
        "docs/.a.md.swp",
        "a.md.swp",
        "a.md~",
        "old~/a.md"
      })
  void whatIsUnreadableHiddenOrLeftByAnEditorNever(String path) {
    assertThat(PLAIN.takes(path)).isFalse();
    assertThat(filter(List.of("**"), List.of()).takes(path)).isFalse();
  }

  @Test
  void theNameAloneSaysWhetherItCanBeRead() {
    PathFilter filter = new PathFilter(List.of(), List.of(), name -> name.equals("a.md"));
    assertThat(filter.takes("docs.bin/a.md")).isTrue();
    assertThat(filter.takes("a.md/b.md")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "docs/a.md, true",
    "docs/deep/a.txt, true",
    "notes/a.md, true",
    "notes/a.txt, false",
    "more/docs/a.txt, true",
    "docs.txt, false"
  })
  void onlyWhatAnIncludePatternHoldsForIsTaken(String path, boolean taken) {
    assertThat(filter(List.of("docs", "*.md"), List.of()).takes(path)).isEqualTo(taken);
  }

  @ParameterizedTest
  @CsvSource({
    "docs/a.md, true",
    "docs/drafts/a.md, false",
    "docs/drafts/deep/a.md, false",
    "drafts.md, true",
    "docs/private/a.md, false",
    "private/a.md, true"
  })
  void anExcludePatternWins(String path, boolean taken) {
    assertThat(filter(List.of("*.md"), List.of("drafts", "docs/private")).takes(path))
        .isEqualTo(taken);
  }

  @ParameterizedTest
  @CsvSource({
    "'', true",
    "docs, true",
    "docs/deep, true",
    ".git, false",
    "docs/.git/objects, false",
    "node_modules, false",
    "drafts, false",
    "docs/drafts/deep, false",
    "data.bin, true"
  })
  void onlyFoldersThatMayHoldDocumentsAreEntered(String path, boolean entered) {
    assertThat(filter(List.of("*.md"), List.of("drafts")).descends(path)).isEqualTo(entered);
  }

  @Test
  void noDocumentLiesInAFolderThatIsNotEntered() {
    PathFilter filter = filter(List.of(), List.of("drafts", "docs/private", "[x-z]*"));
    for (String folder :
        List.of("docs", "docs/private", "x", "a/drafts", ".git", "a/xy/b", "old~")) {
      assertThat(filter.takes(folder + "/a.md")).as(folder).isEqualTo(filter.descends(folder));
    }
  }

  @Test
  void aWrongPatternOfEitherKindIsRefused() {
    assertThatThrownBy(() -> filter(List.of("[a"), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> filter(List.of(), List.of("{a")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

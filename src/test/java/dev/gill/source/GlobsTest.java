package dev.gill.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobsTest {
  private static boolean holds(String glob, String path) {
    return Globs.compile(glob).matcher(path).matches();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*.md             | a.md",
        "*.md             | deep/down/a.md",
        "*.md             | .md",
        "drafts           | drafts",
        "drafts           | docs/drafts",
        "drafts/          | docs/drafts",
        "/drafts          | drafts",
        "docs/*.md        | docs/a.md",
        "/docs/*.md       | docs/a.md",
        "docs/**          | docs/a/b.md",
        "docs/**/*.pdf    | docs/a.pdf",
        "docs/**/*.pdf    | docs/a/b/c.pdf",
        "**/a.md          | a.md",
        "**/a.md          | x/y/a.md",
        "a**z             | a/b/z",
        "?.md             | a.md",
        "?.md             | 年.md",
        "[a-c].md         | b.md",
        "[!a-c].md        | d.md",
        "[^a-c].md        | d.md",
        "[]].md           | ].md",
        "[a^].md          | ^.md",
        "[[].md           | [.md",
        "[a&&b].md        | &.md",
        "*.{md,txt}       | a.txt",
        "{a,b{c,d}}.md    | bd.md",
        "a,b.md           | a,b.md",
        "a.b(c)+$^.md     | a.b(c)+$^.md",
        "*.md             | line\u2028break.md",
      })
  void holdsFor(String glob, String path) {
    assertThat(holds(glob, path)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*.md             | a.mdx",
        "*.md             | a.md/b",
        "*.md             | A.MD",
        "drafts           | drafts-of-mine",
        "drafts           | drafts/a.md",
        "/drafts          | docs/drafts",
        "docs/*.md        | docs/a/b.md",
        "docs/*.md        | more/docs/a.md",
        "docs/**          | docs",
        "docs/**/*.pdf    | docs.pdf",
        "**/a.md          | x/ba.md",
        "?.md             | ab.md",
        "a?b/c            | a/b/c",
        "[a-c].md         | d.md",
        "[!a-c].md        | b.md",
        "a[!x]b/c         | a/b/c",
        "[a&&b].md        | c.md",
        "*.{md,txt}       | a.pdf",
        "a.md             | axmd",
        "\\d.md           | 1.md",
      })
  void doesNotHoldFor(String glob, String path) {
    assertThat(holds(glob, path)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''       | a pattern of 0 characters is empty",
        "'  '     | a pattern of 2 characters is empty",
        "/        | a pattern of 1 characters is empty",
        "[abc     | a pattern of 4 characters has a [ without its ]",
        "[]       | a pattern of 2 characters has a [ without its ]",
        "[z-a]    | a pattern of 5 characters holds a wrong [range]",
        "{a,b     | a pattern of 4 characters has a { without its }",
        "a}       | a pattern of 2 characters has a } without its {",
        "{a}}     | a pattern of 4 characters has a } without its {",
      })
  void whatIsNoGlobIsSaidWithoutRepeatingIt(String glob, String why) {
    assertThatThrownBy(() -> Globs.compile(glob))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(why + ": write a glob such as *.md, drafts or docs/**/*.pdf");
  }
}

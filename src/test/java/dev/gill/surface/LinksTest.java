package dev.gill.surface;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://git.example.org/a/b.md#L7",
        "http://wiki/Page?title=A",
        "HTTPS://example.org/",
        "/wiki/leave",
        "docs/a.md"
      })
  void webPagesAreOffered(String link) {
    assertThat(Links.safe(link)).contains(link);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//elsewhere.example.org/",
        "/\\elsewhere.example.org/",
        "https:",
        "vbscript:x",
        "https://a b/"
      })
  void anythingElseIsNot(String link) {
    assertThat(Links.safe(link)).isEmpty();
  }
}

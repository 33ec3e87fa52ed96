package dev.gill.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RedactionTest {
  @Test
  void a_path_is_shown_as_far_as_it_is_there(@TempDir Path folder) {
    assertThat(Redaction.path(folder)).isEqualTo(folder.toString());
    assertThat(Redaction.path(folder.resolve("se/cret")))
        .isEqualTo(folder.resolve(Redaction.MASK).toString());
  }

  @Test
  void an_exception_keeps_the_kinds_of_its_causes_and_none_of_their_words() {
    IOException cause = new IOException("GET /secret", new IllegalStateException("secret"));
    StringWriter log = new StringWriter();
    new SourceException.Broken("It is broken.", cause).printStackTrace(new PrintWriter(log, true));

    assertThat(log.toString())
        .contains("It is broken.", "java.io.IOException", "java.lang.IllegalStateException")
        .contains("an_exception_keeps_the_kinds")
        .doesNotContain("secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://user:secret@h.example/{path}",
        "https://secret@h.example/{path}",
        "https://user:se/secret@h.example/{path}",
        "https://h.example/{path}?private_token=secret",
        "https://h.example/{path}?a=b&access_token=secret",
        "https://h.example/{secret}"
      })
  void a_link_with_a_secret_is_refused_without_being_repeated(String link) {
    assertThatThrownBy(() -> new LinkTemplate(link, Set.of("path")))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .contains("the link template holds")
        .doesNotContain("secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://h.example/@team/{path}",
        "https://h.example:8443/docs@v2/{path}?token={path}#L{line}",
        "https://h.example/{path}?author=secret"
      })
  void other_links_are_not(String link) {
    assertThat(new LinkTemplate(link, Set.of("path"))).isNotNull();
  }
}

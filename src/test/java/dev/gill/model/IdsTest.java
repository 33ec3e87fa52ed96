package dev.gill.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {
  @ParameterizedTest
  @ValueSource(strings = {"wiki:page", "wiki:a/b c.md", "wiki:12:34", "a-b.c_d:值班手册.md", "w::"})
  void aDocumentIdIsReadAsItIsWritten(String written) {
    assertThat(DocId.parse(written)).hasToString(written);
  }

  @Test
  void theFirstColonPartsSourceAndKey() {
    DocId id = DocId.parse("wiki:12:34");
    assertThat(id.source()).isEqualTo(new SourceId("wiki"));
    assertThat(id.key()).isEqualTo("12:34");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "wiki", "wiki:", ":page", "Wiki:page", "wi ki:page"})
  void whatIsNoDocumentIdIsRefused(String written) {
    assertThatThrownBy(() -> DocId.parse(written)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void documentsAreOrderedBySourceAndKey() {
    assertThat(Stream.of("b:a", "a:b", "a:a").map(DocId::parse).sorted())
        .extracting(DocId::toString)
        .containsExactly("a:a", "a:b", "b:a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Handbook", "-wiki", "hand book", "a:b", "手册"})
  void aSourceNameOfAnotherFormIsRefused(String name) {
    assertThatThrownBy(() -> new SourceId(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be lower-case letters");
  }

  @Test
  void aSourceNameHasSixtyFourCharactersAtMost() {
    assertThat(new SourceId("a".repeat(64)).name()).hasSize(64);
    assertThatThrownBy(() -> new SourceId("a".repeat(65)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aFingerprintIsTheFirstHalfOfTheSha256() {
    assertThat(Fingerprint.of("abc")).hasToString("ba7816bf8f01cfea414140de5dae2223");
    assertThat(Fingerprint.of("值班")).isEqualTo(Fingerprint.of("值班"));
    assertThat(Fingerprint.of("a")).isNotEqualTo(Fingerprint.of("a "));
  }
}

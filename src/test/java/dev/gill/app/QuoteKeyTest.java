package dev.gill.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.answer.QuoteSeal;
import dev.gill.app.config.ConfigException;
import dev.gill.model.DocId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuoteKeyTest {
  private static final DocId DOC = DocId.parse("notes:cake.md");

  @TempDir private Path data;

  private String sign(QuoteSeal seal) {
    return seal.sign(DOC, "1", 8, "The cake needs seven eggs.");
  }

  @Test
  void aLinkHoldsAfterARestartAndNowhereElse() throws IOException {
    String signature = sign(QuoteKey.in(data.resolve("new")));
    assertThat(sign(QuoteKey.in(data.resolve("new")))).isEqualTo(signature);
    assertThat(sign(QuoteKey.in(data.resolve("other")))).isNotEqualTo(signature);
    assertThat(Files.getPosixFilePermissions(data.resolve("new").resolve(QuoteKey.NAME)))
        .containsOnly(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  }

  @Test
  void aKeyThatWasCutOffIsMadeAnew() throws IOException {
    String signature = sign(QuoteKey.in(data));
    Files.write(data.resolve(QuoteKey.NAME), new byte[3]);
    assertThat(sign(QuoteKey.in(data))).isNotEqualTo(signature).hasSize(43);
    try (var files = Files.list(data)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void aKeyThatCannotBeMadeIsSaidInOneSentence() throws IOException {
    Path file = Files.writeString(data.resolve("file"), "no folder");
    assertThatThrownBy(() -> QuoteKey.in(file))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("quotes.key, which quotes are signed with, can neither be read nor");
  }
}

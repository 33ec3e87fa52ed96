package dev.gill.ledger.sql;

import static dev.gill.ledger.sql.Asked.ANNA;
import static dev.gill.ledger.sql.Asked.BO;
import static dev.gill.ledger.sql.Asked.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.ledger.LedgerException;
import dev.gill.ledger.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The trail in a file of its own. */
@Tag("slow")
class EmbeddedTrailTest extends TrailContract {
  @TempDir Path temporary;

  private Path folder() {
    return temporary.resolve("an odd 名").resolve("ledger");
  }

  @Override
  Database empty() {
    return Database.in(folder());
  }

  @Override
  Database again() {
    return Database.in(folder());
  }

  private String files() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }

  @Test
  void nothingIsLeftInTheFileOfWhomWasForgotten() throws Exception {
    Database database = Database.in(folder());
    SqlStore writing = new SqlStore(database);
    for (int i = 0; i < 200; i++) {
      writing.write(
          List.of(
              new Note.Asked(Asked.by(ANNA, "a" + i, "quokkaborough " + i, Outcome.ANSWERED, NOON)),
              new Note.Asked(Asked.by(BO, "b" + i, "thistlewick " + i, Outcome.ANSWERED, NOON))));
    }
    writing.release();
    assertThat(files()).contains("quokkaborough", "anna@example.org");
    SqlTrailBook book = new SqlTrailBook(database);
    assertThat(book.forget(Set.of(ANNA))).isEqualTo(200);
    book.compact();
    assertThat(files())
        .contains("thistlewick", "bo@example.org")
        .doesNotContain("quokkaborough", "anna@example.org");
    assertThat(book.page(OptionalLong.empty(), 1000).entries()).hasSize(200);
  }

  @Test
  void aFileThatIsNoDatabaseIsNamedWithWhatToDo() throws IOException {
    Files.createDirectories(folder());
    Files.writeString(folder().resolve("trail.mv.db"), "x".repeat(20_000));
    SqlTrailBook book = new SqlTrailBook(Database.in(folder()));
    assertThatThrownBy(() -> book.page(OptionalLong.empty(), 1))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("damaged")
        .hasMessageContaining("move the folder ledger");
  }

  @Test
  void aFolderThatItCannotLieInIsNamed() {
    SqlTrailBook book = new SqlTrailBook(Database.in(temporary.resolve("a;b")));
    assertThatThrownBy(() -> book.page(OptionalLong.empty(), 1))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("gill.data");
  }

  @Test
  void whereNoFolderCanBeMadeThatIsSaid() throws IOException {
    Files.createDirectories(folder().getParent());
    Files.writeString(folder(), "a file stands in the way");
    SqlTrailBook book = new SqlTrailBook(Database.in(folder()));
    assertThatThrownBy(() -> book.page(OptionalLong.empty(), 1))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("cannot write");
  }
}

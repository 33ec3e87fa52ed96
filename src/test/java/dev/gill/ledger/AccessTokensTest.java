package dev.gill.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gill.model.Identity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokensTest {
  private static final Identity ALICE = Identity.email("alice@lab.test");
  private static final Set<TokenScope> BOTH = Set.of(TokenScope.ASK, TokenScope.READ);
  private static final Duration DAY = Duration.ofDays(1);

  @TempDir Path data;
  private Instant now = Instant.parse("2026-11-30T09:00:00Z");
  private AccessTokens tokens;

  @BeforeEach
  void open() {
    tokens = new AccessTokens(data, () -> now);
  }

  @Test
  void oneThatWasMadeProvesWhoseItIsUntilItExpires() throws IOException {
    AccessTokens.Made made = tokens.make("nightly", ALICE, BOTH, DAY);
    assertThat(tokens.proved(made.secret()))
        .hasValueSatisfying(
            token -> {
              assertThat(token.owner()).isEqualTo(ALICE);
              assertThat(token.scopes()).isEqualTo(BOTH);
            });
    now = now.plus(DAY).minusMillis(1);
    assertThat(tokens.proved(made.secret())).isPresent();
    now = now.plusMillis(1);
    assertThat(tokens.proved(made.secret())).isEmpty();
  }

  @Test
  void nothingThatProvesOneIsKept() throws IOException {
    AccessTokens.Made made = tokens.make("nightly", ALICE, BOTH, DAY);
    String secret = made.secret().substring(made.secret().lastIndexOf('_') + 1);
    try (Stream<Path> files = Files.list(data)) {
      for (Path file : files.toList()) {
        assertThat(Files.readString(file)).as(file.toString()).doesNotContain(secret);
      }
    }
    assertThat(made.toString() + made.token()).doesNotContain(secret);
    Path file = data.resolve("tokens.jsonl");
    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void whatAnotherProcessMakesAndRevokesIsKnownWithinASecond() throws IOException {
    assertThat(tokens.proved("gill_x")).isEmpty();
    AccessTokens elsewhere = new AccessTokens(data, () -> now);
    AccessTokens.Made made = elsewhere.make("nightly", ALICE, BOTH, DAY);
    now = now.plusSeconds(1);
    assertThat(tokens.proved(made.secret())).isPresent();
    assertThat(elsewhere.revoke(made.token().id())).isTrue();
    assertThat(elsewhere.revoke(made.token().id())).isFalse();
    now = now.plusSeconds(1);
    assertThat(tokens.proved(made.secret())).isEmpty();
  }

  @Test
  void manyAtOnceLoseNone() throws Exception {
    AccessTokens elsewhere = new AccessTokens(data, () -> now);
    Thread[] makers = new Thread[4];
    for (int i = 0; i < makers.length; i++) {
      AccessTokens mine = i % 2 == 0 ? tokens : elsewhere;
      makers[i] =
          Thread.startVirtualThread(
              () -> {
                try {
                  for (int n = 0; n < 10; n++) {
                    mine.make("nightly", ALICE, BOTH, DAY);
                  }
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
    for (Thread maker : makers) {
      maker.join();
    }
    assertThat(tokens.all()).hasSize(40).doesNotHaveDuplicates();
  }

  @Test
  void aFileThatCannotBeReadOpensToNobodyAndSaysWhatToDo() throws IOException {
    AccessTokens.Made made = tokens.make("nightly", ALICE, BOTH, DAY);
    Files.writeString(data.resolve("tokens.jsonl"), "{\"id\":\"x\"}\n");
    now = now.plusSeconds(1);
    assertThat(tokens.proved(made.secret())).isEmpty();
    assertThatThrownBy(tokens::all)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("line 1 is no access token that Gill wrote; take the line out");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 367})
  void itHoldsNeitherForNothingNorForEver(int days) {
    assertThatThrownBy(() -> tokens.make("x", ALICE, BOTH, Duration.ofDays(days)))
        .hasMessage("a token holds from 1 to 366 days");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\nb", "a\u202Eb"})
  void itsNameCanBeSeen(String name) {
    assertThatThrownBy(() -> tokens.make(name, ALICE, BOTH, DAY))
        .hasMessageContaining("a token's name is");
  }
}

package dev.gill.ledger.sql;

import static dev.gill.ledger.sql.Asked.ANNA;
import static dev.gill.ledger.sql.Asked.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.gill.lab.servers.Real;
import dev.gill.lab.servers.RealPostgres;
import dev.gill.ledger.AskedOn;
import dev.gill.ledger.LedgerException;
import dev.gill.ledger.Outcome;
import dev.gill.model.Answer;
import dev.gill.model.Question;
import dev.gill.model.Reader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The trail in a real PostgreSQL. */
@Tag("slow")
class PostgresTrailTest extends TrailContract {
  private static final String PASSWORD = "tulip-88-tulip";
  private static RealPostgres server;

  @BeforeAll
  static void start() throws Exception {
    server = Real.orSkip(() -> RealPostgres.start(PASSWORD));
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Override
  Database empty() throws Exception {
    try (Connection connection =
            DriverManager.getConnection(server.url(), RealPostgres.USER, PASSWORD);
        Statement statement = connection.createStatement()) {
      statement.execute("drop schema public cascade");
      statement.execute("create schema public");
      statement.execute("create table of_another_program (id int)");
    }
    return again();
  }

  @Override
  Database again() {
    return Database.postgres(server.url(), RealPostgres.USER, PASSWORD);
  }

  @Test
  void aWrongPasswordIsNamedAndNotRepeated() {
    SqlTrailBook book =
        new SqlTrailBook(Database.postgres(server.url(), RealPostgres.USER, "wrong-secret"));
    assertThatThrownBy(() -> book.page(OptionalLong.empty(), 1))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("gill.ledger.password")
        .hasStackTraceContaining("28P01")
        .satisfies(
            e -> {
              java.io.StringWriter all = new java.io.StringWriter();
              e.printStackTrace(new java.io.PrintWriter(all));
              assertThat(all.toString()).doesNotContain("wrong-secret");
            });
  }

  @Test
  void aDatabaseThatIsNotThereIsNamed() {
    SqlTrailBook book =
        new SqlTrailBook(
            Database.postgres(
                server.url().replaceAll("/postgres$", "/none"), RealPostgres.USER, PASSWORD));
    assertThatThrownBy(() -> book.page(OptionalLong.empty(), 1))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("no such database");
  }

  @Test
  void whatIsAskedWhileTheServerIsDownIsKeptOnceItIsBack() throws Exception {
    Database database = empty();
    AtomicInteger names = new AtomicInteger();
    Pace fast =
        new Pace(Duration.ZERO, Duration.ofMillis(50), Optional.empty(), Duration.ofHours(1));
    try (QueuedTrail trail =
        new QueuedTrail(
                new SqlStore(database),
                fast,
                InstantSource.fixed(NOON),
                () -> "q" + names.incrementAndGet(),
                _ -> {})
            .start()) {
      Question question = new Question("Who is on call?", Reader.known(ANNA));
      Answer answer = new Answer.Unknown(List.of(), Map.of());
      assertThat(trail.keep(AskedOn.API, question, answer)).contains("q1");
      await().until(() -> trail.condition().waiting() == 0);
      server.stop();
      assertThat(trail.keep(AskedOn.API, question, answer)).contains("q2");
      await().until(() -> trail.condition().trouble().isPresent());
      assertThat(trail.condition().trouble().orElseThrow()).contains("cannot be reached");
      assertThat(trail.keep(AskedOn.API, question, answer)).contains("q3");
      server.start();
      await().until(() -> trail.condition().waiting() == 0);
      assertThat(trail.condition().trouble()).isEmpty();
      assertThat(trail.condition().lost()).isZero();
    }
    assertThat(new SqlTrailBook(database).page(OptionalLong.empty(), 10).entries())
        .allMatch(entry -> entry.outcome() == Outcome.UNKNOWN)
        .extracting(entry -> entry.id())
        .containsExactly("q3", "q2", "q1");
  }
}

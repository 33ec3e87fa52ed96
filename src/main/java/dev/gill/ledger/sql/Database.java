package dev.gill.ledger.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database, which is opened when it is first asked for a connection. Safe for use by several
 * threads.
 */
public final class Database {
  private static final String HISTORY = "gill_ledger_history";
  private static final int SECONDS_TO_CONNECT = 10;

  /** A query that takes longer is given up. */
  private static final int SECONDS_TO_ANSWER = 30;

  /** Kilobytes that the embedded database remembers of its file. */
  private static final int REMEMBERED = 4096;

  /** What the embedded database calls its file. */
  private static final String FILE = "trail.mv.db";

  private final DataSource source;
  private final Optional<Path> folder;
  private boolean ready;

  private Database(DataSource source, Optional<Path> folder) {
    this.source = source;
    this.folder = folder;
  }

  /** One of its own, in a folder that is made when it is opened. One process at a time uses it. */
  public static Database in(Path folder) {
    return new Database(embedded(folder, "trail"), Optional.of(folder));
  }

  private static DataSource embedded(Path folder, String name) {
    JdbcDataSource source = new JdbcDataSource();
    source.setUrl(
        "jdbc:h2:file:%s;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;CACHE_SIZE=%d"
            .formatted(folder.toAbsolutePath().resolve(name), REMEMBERED));
    source.setUser("gill");
    source.setPassword("");
    return source;
  }

  /**
   * One of PostgreSQL.
   *
   * @param url as {@code jdbc:postgresql://host/database}, without user and password
   * @throws IllegalArgumentException with the end of a sentence if it cannot be read; it is not
   *     repeated
   */
  public static Database postgres(String url, String user, String password) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    try {
      source.setUrl(url);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "cannot be read; write it as jdbc:postgresql://host:5432/database", e);
    }
    source.setUser(user);
    source.setPassword(password);
    source.setApplicationName("gill");
    source.setLoginTimeout(SECONDS_TO_CONNECT);
    source.setConnectTimeout(SECONDS_TO_CONNECT);
    source.setSocketTimeout(SECONDS_TO_ANSWER);
    return new Database(source, Optional.empty());
  }

  /** Whether the database of a folder was ever made. */
  public static boolean isThere(Path folder) {
    return Files.exists(folder.resolve(FILE));
  }

  /** A connection that its caller closes, to a database with all its tables. */
  Connection connect() throws SQLException {
    prepare();
    return source.getConnection();
  }

  /** Makes the tables or brings them to their present form, once. */
  private synchronized void prepare() throws SQLException {
    if (ready) {
      return;
    }
    folder.ifPresent(Database::make);
    try (Connection held = source.getConnection()) {
      Flyway.configure(Database.class.getClassLoader())
          .dataSource(source)
          .table(HISTORY)
          .resourceProvider(new Migrations())
          .javaMigrationClassProvider(() -> java.util.List.of())
          .baselineOnMigrate(true)
          .baselineVersion("0")
          .load()
          .migrate();
      ready = held.isValid(SECONDS_TO_CONNECT);
    } catch (FlywayException e) {
      throw causeOf(e);
    }
  }

  private static SQLException causeOf(FlywayException e) {
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException known) {
        return known;
      }
    }
    return new SQLException(e.getClass().getSimpleName(), Troubles.NO_TABLES, e);
  }

  private static void make(Path folder) {
    try {
      Files.createDirectories(folder);
      if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      }
    } catch (IOException e) {
      // the database says by itself that it cannot write there
      System.getLogger(Database.class.getName())
          .log(System.Logger.Level.DEBUG, "the folder of the trail could not be made", e);
    }
  }

  /**
   * Has nothing left in the file of what was deleted, by writing all that is left into a new one:
   * the pages of an index keep what was their border. The new one takes the old one's place at
   * once, so that whatever happens one of them is whole. PostgreSQL sees to that by itself.
   */
  void compact() throws SQLException {
    if (folder.isEmpty()) {
      return;
    }
    Path script = folder.get().resolve("trail.sql");
    Path anew = folder.get().resolve("anew.mv.db");
    String name = script.toAbsolutePath().toString().replace("'", "''");
    try {
      Files.deleteIfExists(anew); // of an attempt that was cut short
      try (Connection connection = connect();
          Statement statement = connection.createStatement()) {
        statement.execute("script to '" + name + "'");
        statement.execute("shutdown");
      }
      try (Connection connection = embedded(folder.get(), "anew").getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("runscript from '" + name + "'");
        statement.execute("shutdown");
      }
      Files.move(anew, folder.get().resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
      Files.delete(script);
    } catch (IOException e) {
      throw new SQLException(e.getClass().getSimpleName(), "90028", e);
    }
  }
}

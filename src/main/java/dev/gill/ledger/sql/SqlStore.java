package dev.gill.ledger.sql;

import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Writes into a database, over one connection that it keeps while all goes well. */
final class SqlStore implements Store {
  private final Database database;
  private Connection held;

  SqlStore(Database database) {
    this.database = database;
  }

  @Override
  public void write(List<Note> notes) throws SQLException {
    Connection connection = connection();
    try {
      for (Note note : notes) {
        switch (note) {
          case Note.Asked(var entry) -> Tables.insert(connection, entry);
          case Note.SaidOf(var entry, var said) -> Tables.insert(connection, entry, said);
          case Note.Wake() -> {}
        }
      }
      connection.commit();
    } catch (SQLException e) {
      release();
      throw e;
    }
  }

  @Override
  public void purge(Instant before) throws SQLException {
    Connection connection = connection();
    try {
      Tables.deleteBefore(connection, before);
      connection.commit();
    } catch (SQLException e) {
      release();
      throw e;
    }
  }

  private Connection connection() throws SQLException {
    if (held == null) {
      Connection opened = database.connect();
      opened.setAutoCommit(false);
      held = opened;
    }
    return held;
  }

  @Override
  public void release() {
    if (held == null) {
      return;
    }
    try (Connection closing = held) {
      closing.rollback();
    } catch (SQLException e) {
      System.getLogger(SqlStore.class.getName())
          .log(Level.DEBUG, "a connection that failed could not be closed: " + e.getSQLState());
    } finally {
      held = null;
    }
  }
}

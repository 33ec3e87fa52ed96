package dev.gill.ledger.sql;

import dev.gill.ledger.LedgerException;
import java.sql.SQLException;

/** Says of a database's error what to do, by its number alone: its words may hold anything. */
final class Troubles {
  /** When the tables could not be made. */
  static final String NO_TABLES = "GL001";

  /** When the library itself failed. */
  static final String BROKEN = "GL002";

  private static final String DATA = "22";
  private static final String CONSTRAINT = "23";

  private Troubles() {}

  static LedgerException of(SQLException e) {
    return new LedgerException(sentence(e), new SQLException(kind(e), e.getSQLState()));
  }

  /** Of the cause only what kind it was and where it arose. */
  private static String kind(SQLException e) {
    return "%s, SQL state %s".formatted(e.getClass().getSimpleName(), e.getSQLState());
  }

  static String sentence(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    if (state.equals("90020")) {
      return "Another Gill uses the trail's file; stop it first.";
    }
    if (state.equals("90028") || state.equals("90031") || state.equals("50000") || isFull(state)) {
      return "The trail's database cannot write; make room on its disk and check the rights of its folder.";
    }
    if (state.equals("90046")) {
      return "The trail's file cannot lie in a folder with ; in its name; set gill.data to another folder.";
    }
    if (state.equals("90030")) {
      return "The trail's file is damaged; move the folder ledger out of the data folder, and a new one is made.";
    }
    if (state.startsWith("28")) {
      return "The trail's database refuses the user or the password; check gill.ledger.user and gill.ledger.password.";
    }
    if (state.startsWith("3D")) {
      return "The trail's database server has no such database; create it, or correct gill.ledger.url.";
    }
    if (state.startsWith("42")) {
      return "The trail's database does not let Gill use its tables; let gill.ledger.user create and use them.";
    }
    if (state.equals(NO_TABLES)) {
      return "The tables of the trail are not those that this Gill made; use the Gill that made them, or another database.";
    }
    if (state.equals(BROKEN)) {
      return "The trail's database failed in an unknown way; restart Gill, and look whether its disk has room.";
    }
    return "The trail's database cannot be reached; check that it runs and that gill.ledger.url leads to it.";
  }

  private static boolean isFull(String state) {
    return state.startsWith("53");
  }

  /** Whether the database works, and only what was to be written is at fault. */
  static boolean isOfTheData(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    return state.startsWith(DATA) || state.startsWith(CONSTRAINT);
  }
}

package dev.gill.ledger.sql;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Where a trail is written to. Used by one thread at a time. */
interface Store {
  /** Writes all of these or none. */
  void write(List<Note> notes) throws SQLException;

  /** Drops what was asked before. */
  void purge(Instant before) throws SQLException;

  /** Lets go of what is held; what is written next takes it up again. */
  void release();
}

package dev.gill.ledger.sql;

import dev.gill.ledger.Cited;
import dev.gill.ledger.Entry;
import dev.gill.ledger.Said;
import dev.gill.model.GroupId;
import dev.gill.model.Identity;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Writes into the tables. */
final class Tables {
  private static final int ID = 512;
  private static final int LONG = 4_000;

  private Tables() {}

  static void insert(Connection connection, Entry entry) throws SQLException {
    long number = insertEntry(connection, entry);
    try (PreparedStatement asker =
        connection.prepareStatement("insert into asker (entry, realm, id) values (?, ?, ?)")) {
      for (Identity identity : entry.identities()) {
        asker.setLong(1, number);
        asker.setString(2, written(identity.realm(), ID));
        asker.setString(3, written(identity.id(), ID));
        asker.addBatch();
      }
      asker.executeBatch();
    }
    try (PreparedStatement group =
        connection.prepareStatement(
            "insert into asker_group (entry, realm, name) values (?, ?, ?)")) {
      for (GroupId each : entry.groups()) {
        group.setLong(1, number);
        group.setString(2, written(each.realm(), ID));
        group.setString(3, written(each.name(), ID));
        group.addBatch();
      }
      group.executeBatch();
    }
    insertCited(connection, number, entry.cited());
    for (Said said : entry.said()) {
      insert(connection, entry.id(), said);
    }
  }

  private static long insertEntry(Connection connection, Entry entry) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into entry (id, asked_at, surface, question, outcome) values (?, ?, ?, ?, ?)",
            new String[] {"number"})) {
      insert.setString(1, entry.id());
      insert.setObject(2, at(entry.at()));
      insert.setString(3, entry.surface().name());
      insert.setString(4, written(entry.question(), 2 * LONG));
      insert.setString(5, entry.outcome().name());
      insert.executeUpdate();
      try (ResultSet keys = insert.getGeneratedKeys()) {
        keys.next();
        return keys.getLong(1);
      }
    }
  }

  private static void insertCited(Connection connection, long number, List<Cited> cited)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into cited
              (entry, place, nearest, document, revision, chunk, range_start, range_end)
              values (?, ?, ?, ?, ?, ?, ?, ?)""")) {
      for (int i = 0; i < cited.size(); i++) {
        Cited each = cited.get(i);
        insert.setLong(1, number);
        insert.setInt(2, i);
        insert.setBoolean(3, each.nearest());
        insert.setString(4, written(each.document().toString(), LONG));
        insert.setString(5, written(each.revision(), LONG));
        insert.setString(6, each.chunk().map(Object::toString).orElse(null));
        insert.setInt(7, each.within().start());
        insert.setInt(8, each.within().end());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** Nothing if there is no such entry. */
  static void insert(Connection connection, String entry, Said said) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into said (entry, helpful, reason, said_at)
              select number, ?, ?, ? from entry where id = ?""")) {
      insert.setBoolean(1, said.helpful());
      insert.setString(2, written(said.reason(), LONG / 2));
      insert.setObject(3, at(said.at()));
      insert.setString(4, entry);
      insert.executeUpdate();
    }
  }

  static void deleteBefore(Connection connection, Instant before) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("delete from entry where asked_at < ?")) {
      delete.setObject(1, at(before));
      delete.executeUpdate();
    }
  }

  /** How many entries that were. */
  static int deleteOf(Connection connection, Set<Identity> person) throws SQLException {
    int deleted = 0;
    try (PreparedStatement delete =
        connection.prepareStatement(
            "delete from entry where number in (select entry from asker where realm = ? and id = ?)")) {
      for (Identity identity : person) {
        delete.setString(1, written(identity.realm(), ID));
        delete.setString(2, written(identity.id(), ID));
        deleted += delete.executeUpdate();
      }
    }
    return deleted;
  }

  static void announced(Connection connection, Collection<String> entries) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("update entry set announced = true where id = ?")) {
      for (String entry : entries) {
        update.setString(1, entry);
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  /** In the form in which both databases take it: whole characters, and none that is no text. */
  static String written(String text, int most) {
    String cut = text.length() <= most ? text : text.substring(0, most);
    String whole = new String(cut.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    return whole.replace('\0', ' ');
  }

  static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}

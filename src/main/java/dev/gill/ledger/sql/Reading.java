package dev.gill.ledger.sql;

import dev.gill.ledger.AskedOn;
import dev.gill.ledger.Cited;
import dev.gill.ledger.Entry;
import dev.gill.ledger.Outcome;
import dev.gill.ledger.Said;
import dev.gill.model.DocId;
import dev.gill.model.Fingerprint;
import dev.gill.model.GroupId;
import dev.gill.model.Identity;
import dev.gill.model.Range;
import dev.gill.model.Reader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads entries with all that belongs to them, five queries for any number of them. */
final class Reading {
  /** An entry with the number by which its page goes on. */
  record Numbered(long number, Entry entry) {}

  private static final class Row {
    private final String id;
    private final Instant at;
    private final AskedOn surface;
    private final String question;
    private final Outcome outcome;
    private final boolean announced;
    private final Set<Identity> identities = new HashSet<>();
    private final Set<GroupId> groups = new HashSet<>();
    private final List<Cited> cited = new ArrayList<>();
    private final List<Said> said = new ArrayList<>();

    Row(ResultSet row) throws SQLException {
      this.id = row.getString("id");
      this.at = instant(row, "asked_at");
      this.surface = AskedOn.valueOf(row.getString("surface"));
      this.question = row.getString("question");
      this.outcome = Outcome.valueOf(row.getString("outcome"));
      this.announced = row.getBoolean("announced");
    }

    Entry entry() {
      return new Entry(
          id,
          at,
          surface,
          question,
          new Reader(identities, groups),
          outcome,
          cited,
          said,
          announced);
    }
  }

  @FunctionalInterface
  private interface Adding {
    void add(Row row, ResultSet found) throws SQLException;
  }

  private final Connection connection;

  Reading(Connection connection) {
    this.connection = connection;
  }

  /** Newest first. */
  List<Numbered> before(long number, int most) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select * from entry where number < ? order by number desc limit ?")) {
      query.setLong(1, number);
      query.setInt(2, most);
      return whole(query);
    }
  }

  /** Newest first. */
  List<Numbered> of(Set<Identity> person, int most) throws SQLException {
    if (person.isEmpty()) {
      return List.of();
    }
    String any =
        person.stream().map(_ -> "(realm = ? and id = ?)").collect(Collectors.joining(" or "));
    try (PreparedStatement query =
        connection.prepareStatement(
            "select * from entry where number in (select entry from asker where %s) order by number desc limit ?"
                .formatted(any))) {
      int at = 1;
      for (Identity identity : person) {
        query.setString(at++, identity.realm());
        query.setString(at++, identity.id());
      }
      query.setInt(at, most);
      return whole(query);
    }
  }

  /** Those that may have left a gap, newest first. */
  List<Numbered> gaps(int most) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            select * from entry where outcome in ('NEAR', 'UNKNOWN')
              or exists (select 1 from said where said.entry = entry.number and not helpful)
              order by number desc limit ?""")) {
      query.setInt(1, most);
      return whole(query);
    }
  }

  private List<Numbered> whole(PreparedStatement query) throws SQLException {
    Map<Long, Row> rows = new TreeMap<>(java.util.Comparator.reverseOrder());
    try (ResultSet found = query.executeQuery()) {
      while (found.next()) {
        rows.put(found.getLong("number"), new Row(found));
      }
    }
    add(rows, "asker", "entry", (row, found) -> row.identities.add(identity(found)));
    add(rows, "asker_group", "entry", (row, found) -> row.groups.add(group(found)));
    add(rows, "cited", "place", (row, found) -> row.cited.add(cited(found)));
    add(rows, "said", "number", (row, found) -> row.said.add(said(found)));
    return rows.entrySet().stream()
        .map(row -> new Numbered(row.getKey(), row.getValue().entry()))
        .toList();
  }

  private void add(Map<Long, Row> rows, String table, String order, Adding adding)
      throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    String numbers = rows.keySet().stream().map(_ -> "?").collect(Collectors.joining(", "));
    try (PreparedStatement query =
        connection.prepareStatement(
            "select * from %s where entry in (%s) order by %s".formatted(table, numbers, order))) {
      int at = 1;
      for (Long number : rows.keySet()) {
        query.setLong(at++, number);
      }
      try (ResultSet found = query.executeQuery()) {
        while (found.next()) {
          adding.add(rows.get(found.getLong("entry")), found);
        }
      }
    }
  }

  private static Identity identity(ResultSet found) throws SQLException {
    return new Identity(found.getString("realm"), found.getString("id"));
  }

  private static GroupId group(ResultSet found) throws SQLException {
    return new GroupId(found.getString("realm"), found.getString("name"));
  }

  private static Cited cited(ResultSet found) throws SQLException {
    return new Cited(
        found.getBoolean("nearest"),
        DocId.parse(found.getString("document")),
        found.getString("revision"),
        Optional.ofNullable(found.getString("chunk")).map(Fingerprint::new),
        new Range(found.getInt("range_start"), found.getInt("range_end")));
  }

  private static Said said(ResultSet found) throws SQLException {
    return new Said(
        found.getBoolean("helpful"), found.getString("reason"), instant(found, "said_at"));
  }

  private static Instant instant(ResultSet found, String column) throws SQLException {
    return found.getObject(column, OffsetDateTime.class).toInstant();
  }
}

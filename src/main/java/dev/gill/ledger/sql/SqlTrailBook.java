package dev.gill.ledger.sql;

import dev.gill.ledger.Entry;
import dev.gill.ledger.LedgerException;
import dev.gill.ledger.TrailBook;
import dev.gill.model.Identity;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;

/** Reads a trail from a database, and forgets what of it is to be forgotten. */
public final class SqlTrailBook implements TrailBook {
  @FunctionalInterface
  private interface Using<T> {
    T with(Connection connection) throws SQLException;
  }

  private final Database database;
  private final int days;
  private final Supplier<Condition> condition;

  /** What a database holds, written by nobody now. */
  public SqlTrailBook(Database database) {
    this(database, 0, () -> Condition.WELL);
  }

  SqlTrailBook(Database database, int days, Supplier<Condition> condition) {
    this.database = database;
    this.days = days;
    this.condition = condition;
  }

  @Override
  public int days() {
    return days;
  }

  @Override
  public Condition condition() {
    return condition.get();
  }

  @Override
  public Page page(OptionalLong before, int most) {
    List<Reading.Numbered> found =
        using(
            connection -> new Reading(connection).before(before.orElse(Long.MAX_VALUE), most + 1));
    List<Reading.Numbered> shown = found.size() > most ? found.subList(0, most) : found;
    return new Page(
        entries(shown),
        found.size() > most ? OptionalLong.of(shown.getLast().number()) : OptionalLong.empty());
  }

  @Override
  public List<Entry> of(Set<Identity> person, int most) {
    return entries(using(connection -> new Reading(connection).of(person, most)));
  }

  @Override
  public List<Entry> gaps(int most) {
    return entries(using(connection -> new Reading(connection).gaps(most))).stream()
        .filter(Entry::isGap)
        .toList();
  }

  @Override
  public int forget(Set<Identity> person) {
    return using(connection -> Tables.deleteOf(connection, person));
  }

  @Override
  public void announced(Collection<String> entries) {
    using(
        connection -> {
          Tables.announced(connection, entries);
          return entries.size();
        });
  }

  /**
   * Has nothing left in the file of what was forgotten. The database is closed by it.
   *
   * @throws LedgerException if that cannot be done now
   */
  public void compact() {
    try {
      database.compact();
    } catch (SQLException e) {
      throw Troubles.of(e);
    }
  }

  private <T> T using(Using<T> step) {
    try (Connection connection = database.connect()) {
      return step.with(connection);
    } catch (SQLException e) {
      throw Troubles.of(e);
    }
  }

  private static List<Entry> entries(List<Reading.Numbered> numbered) {
    return numbered.stream().map(Reading.Numbered::entry).toList();
  }
}

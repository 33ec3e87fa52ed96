package dev.gill.app;

import dev.gill.app.config.GillConfig;
import dev.gill.app.config.LedgerSettings;
import dev.gill.ledger.Entry;
import dev.gill.ledger.Trail;
import dev.gill.ledger.TrailBook;
import dev.gill.ledger.sql.Database;
import dev.gill.ledger.sql.Ledger;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The trail as it is configured. Where it was switched off, what is left of it is dropped.
 *
 * @param ledger empty where nothing is kept, and nothing ever was
 */
record KeptTrail(Optional<Ledger> ledger) implements AutoCloseable {
  /** Nothing is opened yet. */
  static KeptTrail of(GillConfig config, Clock clock, Consumer<Entry> written) {
    int days = LedgerSettings.days(config);
    Optional<Database> database =
        days > 0 ? Optional.of(LedgerSettings.database(config)) : LedgerSettings.existing(config);
    return new KeptTrail(
        database.map(
            place -> Ledger.open(place, days, clock, () -> UUID.randomUUID().toString(), written)));
  }

  Trail trail() {
    return ledger.map(Ledger::trail).orElseGet(Trail::none);
  }

  TrailBook book() {
    return ledger
        .filter(open -> open.book().days() > 0)
        .map(Ledger::book)
        .orElseGet(TrailBook::none);
  }

  @Override
  public void close() {
    ledger.ifPresent(Ledger::close);
  }
}

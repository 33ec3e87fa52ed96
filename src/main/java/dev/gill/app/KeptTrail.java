package dev.gill.app;

import dev.gill.app.config.ConfigException;
import dev.gill.app.config.GillConfig;
import dev.gill.app.config.LedgerSettings;
import dev.gill.ledger.AskedOn;
import dev.gill.ledger.Said;
import dev.gill.ledger.Trail;
import dev.gill.ledger.TrailBook;
import dev.gill.ledger.sql.Database;
import dev.gill.ledger.sql.Ledger;
import dev.gill.model.Answer;
import dev.gill.model.People;
import dev.gill.model.Question;
import dev.gill.model.Reader;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The trail as it is configured. Where it was switched off, what is left of it is dropped.
 *
 * @param ledger empty where nothing is kept, and nothing ever was
 */
record KeptTrail(Optional<Ledger> ledger) implements AutoCloseable {
  /** Nothing is opened yet. */
  static KeptTrail of(GillConfig config, Clock clock) {
    int days = LedgerSettings.days(config);
    Optional<Database> database =
        days > 0 ? Optional.of(LedgerSettings.database(config)) : LedgerSettings.existing(config);
    return new KeptTrail(
        database.map(
            place -> Ledger.open(place, days, clock, () -> UUID.randomUUID().toString(), _ -> {})));
  }

  /** Whoever opted out, or is forgotten, leaves none. */
  Trail trail(Supplier<People> people) {
    return ledger.map(open -> consenting(open.trail(), people)).orElseGet(Trail::none);
  }

  private static Trail consenting(Trail trail, Supplier<People> people) {
    return new Trail() {
      @Override
      public Optional<String> keep(AskedOn surface, Question question, Answer answer) {
        return mayBeKept(question.reader(), people)
            ? trail.keep(surface, question, answer)
            : Optional.empty();
      }

      @Override
      public void say(String entry, Said said) {
        trail.say(entry, said);
      }
    };
  }

  /** Where it cannot be read who opted out, nothing is kept, and the question is answered. */
  private static boolean mayBeKept(Reader asker, Supplier<People> people) {
    try {
      return asker.identities().isEmpty() || !people.get().optedOut(asker.identities());
    } catch (ConfigException e) {
      return false;
    }
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

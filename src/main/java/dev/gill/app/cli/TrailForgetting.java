package dev.gill.app.cli;

import dev.gill.app.config.GillConfig;
import dev.gill.app.config.LedgerSettings;
import dev.gill.app.config.PeopleNamed;
import dev.gill.app.house.House;
import dev.gill.index.IndexEngine;
import dev.gill.index.IndexException;
import dev.gill.index.Snapshot;
import dev.gill.ledger.LedgerException;
import dev.gill.ledger.sql.Database;
import dev.gill.ledger.sql.SqlTrailBook;
import dev.gill.model.Identity;
import java.nio.file.Files;
import java.util.Optional;
import java.util.Set;

/** Forgets what somebody asked. */
final class TrailForgetting {
  /**
   * What came of it.
   *
   * @param done whether nothing of it is left
   */
  record Outcome(boolean done, String sentence) {}

  private TrailForgetting() {}

  static Outcome forget(GillConfig config, Identity person) {
    Optional<Database> database = LedgerSettings.existing(config);
    if (database.isEmpty()) {
      return new Outcome(true, "no questions are kept");
    }
    try {
      SqlTrailBook book = new SqlTrailBook(database.get());
      int questions = book.forget(known(config, person));
      book.compact();
      return new Outcome(true, "%,d questions are gone".formatted(questions));
    } catch (LedgerException e) {
      return new Outcome(
          false, "NOT YET: " + e.getMessage() + " Then run ./gill forget once more.");
    }
  }

  /** By the configuration, and by what the sources say of their people. */
  private static Set<Identity> known(GillConfig config, Identity person) {
    Set<Identity> named = PeopleNamed.of(config).known(Set.of(person));
    if (!Files.isDirectory(House.indexFolder(config))) {
      return named;
    }
    try (IndexEngine engine = House.engines().reading(House.indexFolder(config));
        Snapshot snapshot = engine.snapshot()) {
      return snapshot.access().known(named);
    } catch (IndexException e) {
      return named;
    }
  }
}

package dev.gill.app;

import dev.gill.app.config.ForgottenFile;
import dev.gill.app.config.GillConfig;
import dev.gill.app.config.PeopleNamed;
import dev.gill.app.house.House;
import dev.gill.index.Snapshot;
import dev.gill.ledger.LedgerException;
import dev.gill.ledger.TrailBook;
import dev.gill.model.Identity;
import dev.gill.surface.Forgetter;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;

/**
 * Forgets people while Gill runs. What they wrote goes from the index as the sources are read anew;
 * from the index's files it goes with the next {@code ./gill forget}, which needs Gill stopped.
 */
final class ForgettingDesk implements Forgetter {
  private static final Logger LOG = System.getLogger(ForgettingDesk.class.getName());

  private final GillConfig config;
  private final House house;
  private final TrailBook trail;

  ForgettingDesk(GillConfig config, House house, TrailBook trail) {
    this.config = config;
    this.house = house;
    this.trail = trail;
  }

  @Override
  public void forget(Set<Identity> person) throws IOException {
    Set<Identity> all;
    synchronized (this) {
      all = PeopleNamed.of(config).known(known(person));
      ForgottenFile.add(config.data(), all);
    }
    Thread.ofPlatform()
        .daemon()
        .name("forgetting")
        .start(
            () -> {
              eraseTrail(all);
              readAnew();
            });
  }

  /** Also by what the sources say of their accounts. */
  private Set<Identity> known(Set<Identity> person) {
    try (Snapshot snapshot = house.engine().snapshot()) {
      return snapshot.access().known(person);
    }
  }

  /** What they asked. */
  private void eraseTrail(Set<Identity> person) {
    try {
      trail.forget(person);
    } catch (LedgerException e) {
      LOG.log(
          Level.WARNING,
          "Somebody is forgotten, but what they asked is not: {0} Then run ./gill forget.",
          e.getMessage());
    }
  }

  private void readAnew() {
    if (house.followAnew()) {
      LOG.log(Level.INFO, "Somebody is forgotten; all sources are read anew.");
    } else {
      LOG.log(
          Level.WARNING,
          "Somebody is forgotten, but another index is being built; start Gill anew once it is in use.");
    }
  }

  @Override
  public boolean hasForgotten(Set<Identity> person) {
    return PeopleNamed.of(config).optedOut(person);
  }
}

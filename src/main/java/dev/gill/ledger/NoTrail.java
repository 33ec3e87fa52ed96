package dev.gill.ledger;

import dev.gill.model.Identity;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** Where no trail is kept. */
enum NoTrail implements TrailBook {
  BOOK;

  @Override
  public int days() {
    return 0;
  }

  @Override
  public Condition condition() {
    return Condition.WELL;
  }

  @Override
  public Page page(OptionalLong before, int most) {
    return new Page(List.of(), OptionalLong.empty());
  }

  @Override
  public List<Entry> of(Set<Identity> person, int most) {
    return List.of();
  }

  @Override
  public int forget(Set<Identity> person) {
    return 0;
  }

  @Override
  public List<Entry> gaps(int most) {
    return List.of();
  }

  @Override
  public void announced(Collection<String> entries) {
    // there are none
  }
}

package dev.gill.ledger;

import dev.gill.model.Identity;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What was asked and answered, as it is kept. Who may read it is for the caller to know. */
public interface TrailBook {
  /** Days that it is kept; 0 where it is not. */
  int days();

  /** How it fares. */
  Condition condition();

  /**
   * What was kept, the newest first.
   *
   * @param before the {@link Page#next} of the page before; empty for the first
   * @throws LedgerException if it cannot be read now
   */
  Page page(OptionalLong before, int most);

  /**
   * What was kept of a person, the newest first.
   *
   * @param person all by which they are known; of nobody nothing is kept
   * @throws LedgerException if it cannot be read now
   */
  List<Entry> of(Set<Identity> person, int most);

  /**
   * Forgets all that a person asked.
   *
   * @param person all by which they are known
   * @return how many questions that were
   * @throws LedgerException if that cannot be done now
   */
  int forget(Set<Identity> person);

  /**
   * The newest of those that left a gap, newest first.
   *
   * @throws LedgerException if it cannot be read now
   */
  List<Entry> gaps(int most);

  /**
   * Notes that a channel has heard of these.
   *
   * @throws LedgerException if that cannot be done now
   */
  void announced(Collection<String> entries);

  /**
   * Some of it.
   *
   * @param next where the next page begins; empty if there is none
   */
  record Page(List<Entry> entries, OptionalLong next) {
    public Page {
      entries = List.copyOf(entries);
    }
  }

  /**
   * How the trail fares.
   *
   * @param waiting entries that are still to be written
   * @param lost entries that could not be kept since the start
   * @param trouble why nothing can be written now, in one sentence
   * @param since when that began
   */
  record Condition(int waiting, long lost, Optional<String> trouble, Optional<Instant> since) {
    /** Where there is nothing to say. */
    public static final Condition WELL = new Condition(0, 0, Optional.empty(), Optional.empty());
  }

  /** Where none is kept. */
  static TrailBook none() {
    return NoTrail.BOOK;
  }
}

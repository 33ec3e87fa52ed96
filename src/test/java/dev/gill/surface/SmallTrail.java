package dev.gill.surface;

import dev.gill.ledger.AskedOn;
import dev.gill.ledger.Cited;
import dev.gill.ledger.Entry;
import dev.gill.ledger.LedgerException;
import dev.gill.ledger.Outcome;
import dev.gill.ledger.Said;
import dev.gill.ledger.Trail;
import dev.gill.ledger.TrailBook;
import dev.gill.model.Answer;
import dev.gill.model.Identity;
import dev.gill.model.Question;
import dev.gill.model.Reader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A trail in memory, which is off until a test switches it on, and down when a test says so. */
public final class SmallTrail implements Trail, TrailBook {
  private final List<Entry> entries = new ArrayList<>();
  private int number;

  /** Days that it is kept. */
  public volatile int days;

  /** Why it is down; null if it is not. */
  public volatile String down;

  synchronized void clear() {
    entries.clear();
    number = 0;
    days = 0;
    down = null;
  }

  /** Keeps what somebody asked at a time. */
  public synchronized String put(String question, Reader asker, Outcome outcome, Instant at) {
    String id = "q" + ++number;
    entries.add(
        new Entry(id, at, AskedOn.SLACK, question, asker, outcome, List.of(), List.of(), false));
    return id;
  }

  @Override
  public synchronized Optional<String> keep(AskedOn surface, Question question, Answer answer) {
    if (days == 0) {
      return Optional.empty();
    }
    String id = "q" + ++number;
    entries.add(
        new Entry(
            id,
            SmallHouse.NOW,
            surface,
            question.text(),
            question.reader(),
            Outcome.of(answer),
            Cited.by(answer),
            List.of(),
            false));
    return Optional.of(id);
  }

  @Override
  public synchronized void say(String entry, Said said) {
    change(
        e -> e.id().equals(entry),
        e -> {
          List<Said> all = new ArrayList<>(e.said());
          all.add(said);
          return copy(e, all, e.announced());
        });
  }

  private void change(Predicate<Entry> which, UnaryOperator<Entry> how) {
    entries.replaceAll(e -> which.test(e) ? how.apply(e) : e);
  }

  private static Entry copy(Entry e, List<Said> said, boolean announced) {
    return new Entry(
        e.id(),
        e.at(),
        e.surface(),
        e.question(),
        e.asker(),
        e.outcome(),
        e.cited(),
        said,
        announced);
  }

  private void mustBeUp() {
    if (down != null) {
      throw new LedgerException(down, null);
    }
  }

  @Override
  public int days() {
    return days;
  }

  @Override
  public Condition condition() {
    return down == null
        ? Condition.WELL
        : new Condition(3, 1, Optional.of(down), Optional.of(SmallHouse.NOW));
  }

  @Override
  public synchronized Page page(OptionalLong before, int most) {
    mustBeUp();
    int end = (int) before.orElse(entries.size());
    int start = Math.max(0, end - most);
    return new Page(
        entries.subList(start, end).reversed(),
        start > 0 ? OptionalLong.of(start) : OptionalLong.empty());
  }

  @Override
  public synchronized List<Entry> of(Set<Identity> person, int most) {
    mustBeUp();
    return entries.reversed().stream().filter(e -> isBy(e, person)).limit(most).toList();
  }

  private static boolean isBy(Entry entry, Set<Identity> person) {
    return entry.identities().stream().anyMatch(person::contains);
  }

  @Override
  public synchronized int forget(Set<Identity> person) {
    mustBeUp();
    int before = entries.size();
    entries.removeIf(e -> isBy(e, person));
    return before - entries.size();
  }

  @Override
  public synchronized List<Entry> gaps(int most) {
    mustBeUp();
    return entries.reversed().stream().filter(Entry::isGap).limit(most).toList();
  }

  @Override
  public synchronized void announced(Collection<String> ids) {
    change(e -> ids.contains(e.id()), e -> copy(e, e.said(), true));
  }
}

package dev.gill.source.sweep;

import dev.gill.source.Retries;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What differs between a listing and what was reported, as far as it is still to be reported.
 *
 * @param listing empty before the first, and after a pass that failed
 * @param fresh what changed since the pass began, and goes before the others
 * @param looks what else is to be read: what was reported before, then the rest, each by key
 * @param vanished the keys of what is not listed any more
 */
record Pass(
    Optional<Listing> listing, Fresh fresh, Queue<Listed> looks, SortedSet<String> vanished) {
  /** What goes first: documents to be read, and keys of what is gone. */
  record Fresh(Queue<Listed> looks, SortedSet<String> vanished) {
    static Fresh none() {
      return new Fresh(new ArrayDeque<>(), new TreeSet<>());
    }

    boolean isEmpty() {
      return looks.isEmpty() && vanished.isEmpty();
    }
  }

  static Pass none() {
    return new Pass(Optional.empty(), Fresh.none(), new ArrayDeque<>(), new TreeSet<>());
  }

  boolean over() {
    return fresh.isEmpty() && looks.isEmpty() && vanished.isEmpty();
  }

  /** The same with what this listing shows to have changed since the one before at the front. */
  Pass overtaken(Listing now, Reported reported) {
    Listing before = listing.orElseThrow();
    if (before == now) {
      return this;
    }
    Fresh first = new Fresh(new ArrayDeque<>(fresh.looks()), new TreeSet<>(fresh.vanished()));
    for (Listed each : now.documents().values()) {
      if (!each.mark().isEmpty() && !each.equals(before.documents().get(each.key()))) {
        first.looks().removeIf(older -> older.key().equals(each.key()));
        first.looks().add(each);
        first.vanished().remove(each.key());
      }
    }
    for (String key : before.documents().keySet()) {
      if (!now.documents().containsKey(key) && !now.keeps(key)) {
        first.looks().removeIf(older -> older.key().equals(key));
        if (reported.get(key).isPresent()) {
          first.vanished().add(key);
        }
      }
    }
    Set<String> touched =
        first.looks().stream().map(Listed::key).collect(Collectors.toCollection(HashSet::new));
    Queue<Listed> others = new ArrayDeque<>(looks);
    others.removeIf(
        each -> touched.contains(each.key()) || !now.documents().containsKey(each.key()));
    SortedSet<String> gone = new TreeSet<>(vanished);
    gone.removeAll(touched);
    gone.removeAll(first.vanished());
    return new Pass(Optional.of(now), first, others, gone);
  }

  /**
   * The one after this: nothing differs where the listing is the same object. What was reported
   * before comes first, so that nothing outdated stands while much that is new is read.
   */
  Pass next(Listing now, Reported reported, Retries retries) {
    Pass next = new Pass(Optional.of(now), Fresh.none(), new ArrayDeque<>(), new TreeSet<>());
    boolean same = listing.filter(before -> before == now).isPresent();
    if (!same || retries.anyDue()) {
      now.documents().values().stream()
          .filter(
              each ->
                  reported.get(each.key()).map(known -> differs(known, each, retries)).orElse(true))
          .sorted(Comparator.comparing(each -> reported.get(each.key()).isEmpty()))
          .forEach(next.looks::add);
      reported.documents().keySet().stream()
          .filter(key -> !now.documents().containsKey(key) && !now.keeps(key))
          .forEach(next.vanished::add);
    }
    return next;
  }

  private static boolean differs(Known known, Listed listed, Retries retries) {
    if (known.readable()) {
      return !known.listedAs(listed);
    }
    boolean news = !listed.mark().isEmpty() && !known.listedAs(listed);
    return news || retries.due(listed.key());
  }
}

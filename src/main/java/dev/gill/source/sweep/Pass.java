package dev.gill.source.sweep;

import dev.gill.source.Retries;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Optional;
import java.util.Queue;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What differs between a listing and what was reported, as far as it is still to be reported.
 *
 * @param listing empty before the first, and after a pass that failed
 * @param looks what is to be read: what was reported before, then the rest, each by key
 * @param vanished the keys of what is not listed any more
 */
record Pass(Optional<Listing> listing, Queue<Listed> looks, SortedSet<String> vanished) {
  static Pass none() {
    return new Pass(Optional.empty(), new ArrayDeque<>(), new TreeSet<>());
  }

  boolean over() {
    return looks.isEmpty() && vanished.isEmpty();
  }

  /**
   * The one after this: nothing differs where the listing is the same object. What was reported
   * before comes first, so that nothing outdated stands while much that is new is read.
   */
  Pass next(Listing now, Reported reported, Retries retries) {
    Pass next = new Pass(Optional.of(now), new ArrayDeque<>(), new TreeSet<>());
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

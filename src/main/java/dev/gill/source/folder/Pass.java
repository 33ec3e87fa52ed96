package dev.gill.source.folder;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Queue;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One round of looking, reported over several pages.
 *
 * @param first whether nothing was known before, so that everything is reported
 * @param looks the files that are still to be read, in the order of their keys
 * @param vanished the keys of what is no longer there
 * @param root the identity of the root folder
 */
record Pass(boolean first, Queue<Found> looks, SortedSet<String> vanished, Object root) {
  /** A pass that reports everything. */
  static Pass first(Collection<Found> looks, Object root) {
    return new Pass(true, new ArrayDeque<>(looks), new TreeSet<>(), root);
  }

  /** A pass that reports what differs. */
  static Pass later(Collection<Found> looks, Collection<String> vanished, Object root) {
    return new Pass(false, new ArrayDeque<>(looks), new TreeSet<>(vanished), root);
  }

  /** Whether all of it is reported. */
  boolean over() {
    return looks.isEmpty() && vanished.isEmpty();
  }

  /**
   * What a later look has found has not vanished; and what both miss stays with this pass, which
   * reports it no sooner than of what took its place.
   */
  void overtakenBy(Pass later) {
    later.looks().forEach(found -> vanished.remove(found.key()));
    later.vanished().removeAll(vanished);
  }
}

package dev.gill.source.chat;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What events have named and no look has seen to yet. What is named again while a look sees to it
 * is kept for the next one, since the look may have asked for it before it changed again. Any
 * thread.
 */
public final class Noticed<N> {
  private Set<N> waiting = new LinkedHashSet<>();

  public synchronized void add(N notice) {
    waiting.add(notice);
  }

  /** All of it, each once, in order; from now on a look sees to it. */
  public synchronized Set<N> take() {
    Set<N> taken = waiting;
    waiting = new LinkedHashSet<>();
    return taken;
  }

  /** The look failed, so the next one sees to it. */
  public synchronized void putBack(Set<N> taken) {
    Set<N> all = new LinkedHashSet<>(taken);
    all.addAll(waiting);
    waiting = all;
  }
}

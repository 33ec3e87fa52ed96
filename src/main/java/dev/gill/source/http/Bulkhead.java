package dev.gill.source.http;

/** So many at a time. */
final class Bulkhead {
  private int most;
  private int inside;

  Bulkhead(int most) {
    this.most = most;
  }

  /** Another client of the host allows no more than this. */
  synchronized void tighten(int other) {
    most = Math.min(most, other);
  }

  /** Waits for a place; each {@code enter} wants its {@link #leave}. */
  synchronized void enter() throws InterruptedException {
    while (inside >= most) {
      wait();
    }
    inside++;
  }

  synchronized void leave() {
    inside--;
    notifyAll();
  }
}

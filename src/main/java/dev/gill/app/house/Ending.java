package dev.gill.app.house;

/** Waits for threads that were asked to stop. */
final class Ending {
  private Ending() {}

  /** Without an interrupt, which could break an index that is being opened. */
  static void await(Thread running) {
    boolean interrupted = false;
    while (running.isAlive()) {
      try {
        running.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}

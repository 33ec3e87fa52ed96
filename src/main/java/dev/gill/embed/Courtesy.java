package dev.gill.embed;

/** Says when a text that nobody waits for may be embedded. */
@FunctionalInterface
public interface Courtesy {
  /**
   * Waits until nobody is asking, or until the text has waited long enough.
   *
   * @return whether nobody is asking
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  boolean awaitTurn() throws InterruptedException;
}

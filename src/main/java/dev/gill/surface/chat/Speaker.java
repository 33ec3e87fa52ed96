package dev.gill.surface.chat;

/** Says things in a chat. Safe for use by several threads. */
public interface Speaker {
  /**
   * Says something that one alone sees.
   *
   * @throws ChatException if the chat does not take it
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  void aside(Spot spot, String account, Card card) throws ChatException, InterruptedException;

  /**
   * Says something that everybody there sees.
   *
   * @return the chat's id of what was said, by which a thread on it is known
   * @throws ChatException if the chat does not take it
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  String aloud(Spot spot, Card card) throws ChatException, InterruptedException;

  /** Whether what was said for everybody can be revised. */
  default boolean revises() {
    return false;
  }

  /**
   * Puts something in the place of what everybody saw.
   *
   * @param said the chat's id of it
   * @throws ChatException if the chat does not take it
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  default void revise(Spot spot, String said, Card card)
      throws ChatException, InterruptedException {
    throw new ChatException("What was said here cannot be revised.");
  }

  /**
   * Says something in a direct conversation with somebody.
   *
   * @throws ChatException if the chat does not take it
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  void direct(String account, Card card) throws ChatException, InterruptedException;

  /**
   * Puts something in the place of what bore a button that one alone saw and pressed.
   *
   * @throws ChatException if the chat does not take it
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  void instead(Spot spot, String account, Card card) throws ChatException, InterruptedException;
}

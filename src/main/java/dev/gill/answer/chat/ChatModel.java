package dev.gill.answer.chat;

import java.time.Duration;
import java.util.function.Consumer;

/** A chat model. Safe for use by several threads. */
public interface ChatModel {
  /**
   * What is known of a reply.
   *
   * @param text what it said
   * @param isWhole whether it came to an end by itself
   * @param tokensIn that were sent
   * @param tokensOut that came
   */
  record Reply(String text, boolean isWhole, long tokensIn, long tokensOut) {}

  /** What it is called. */
  String name();

  /**
   * Replies to a prompt.
   *
   * @param atMost how long that may take
   * @throws ChatModelException if no reply came in that time
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  Reply reply(Prompt prompt, Duration atMost) throws InterruptedException;

  /**
   * The same, which can be followed while it is written.
   *
   * @param heard is given each piece of the text, in order, by the thread that calls and before
   *     this returns; a model that gives its replies whole gives it nothing
   * @throws ChatModelException if no reply came in that time
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  default Reply reply(Prompt prompt, Duration atMost, Consumer<String> heard)
      throws InterruptedException {
    return reply(prompt, atMost);
  }
}

package dev.gill.source.mail;

import dev.gill.source.SourceException;
import java.util.Optional;

/** Where mail lies. One thread at a time. */
interface MailStore extends AutoCloseable {
  /** What is there now; the same object if nothing has changed. */
  Mailbox look() throws SourceException, InterruptedException;

  /**
   * A message as it was sent; empty if it is not there any more.
   *
   * @throws SourceException if the store cannot be read
   * @throws MessageException if this message alone cannot be read
   */
  Optional<byte[]> read(String folder, Head head)
      throws SourceException, MessageException, InterruptedException;

  /** Calls {@code wake} when something arrives, where the store can say so. */
  default void onSignal(Runnable wake) {}

  @Override
  void close();
}

package dev.gill.source.mail;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.imap.IMAPFolder;

/**
 * Waits for news of the followed folder by IDLE (RFC 2177), on a connection and a thread of its
 * own. News of other folders are found by looking.
 */
final class ImapWatch implements AutoCloseable {
  private static final long PAUSE_SECONDS = 30;

  private final ImapSettings settings;
  private final Runnable wake;
  private final ImapConnection connection;
  private final CountDownLatch closed = new CountDownLatch(1);

  private ImapWatch(ImapSettings settings, Runnable wake) {
    this.settings = settings;
    this.wake = wake;
    this.connection = ImapConnection.waiting(settings);
  }

  static ImapWatch start(ImapSettings settings, Runnable wake) {
    ImapWatch watch = new ImapWatch(settings, wake);
    Thread.ofVirtual().name("mail-idle").start(watch::watch);
    return watch;
  }

  private void watch() {
    while (closed.getCount() > 0) {
      try {
        IMAPFolder folder = connection.folder(settings.folder());
        folder.open(Folder.READ_ONLY);
        wake.run(); // what came while nobody waited
        while (closed.getCount() > 0) {
          folder.idle(true);
          wake.run();
        }
      } catch (MessagingException | RuntimeException e) {
        connection.close();
        rest();
      }
    }
    connection.close();
  }

  /** What is wrong is said by the looks, which go on meanwhile. */
  private void rest() {
    try {
      closed.await(PAUSE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed.countDown();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    connection.close();
  }
}

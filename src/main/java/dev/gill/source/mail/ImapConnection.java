package dev.gill.source.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;

/** A connection to the server, opened when it is needed. */
final class ImapConnection implements AutoCloseable {
  private static final String CONNECT_MS = "20000";
  private static final String READ_MS = "60000";

  /** Servers end an IDLE after half an hour (RFC 2177); it is begun anew before. */
  private static final String IDLE_MS = "1500000";

  private final ImapSettings settings;
  private final String readMs;
  private IMAPStore store;

  ImapConnection(ImapSettings settings) {
    this(settings, READ_MS);
  }

  private ImapConnection(ImapSettings settings, String readMs) {
    this.settings = settings;
    this.readMs = readMs;
  }

  /** One that may wait for news for long. */
  static ImapConnection waiting(ImapSettings settings) {
    return new ImapConnection(settings, IDLE_MS);
  }

  synchronized boolean isOpen() {
    return store != null;
  }

  /** Signs in unless that is done. */
  synchronized IMAPStore opened() throws MessagingException {
    if (store == null) {
      IMAPStore made = (IMAPStore) Session.getInstance(properties()).getStore(protocol());
      made.connect(settings.host(), settings.port(), settings.user(), settings.secret().reveal());
      store = made;
    }
    return store;
  }

  IMAPFolder folder(String name) throws MessagingException {
    return (IMAPFolder) opened().getFolder(name);
  }

  /** Whether the server has an extension; false while there is no connection. */
  synchronized boolean knows(String capability) {
    try {
      return store != null && store.hasCapability(capability);
    } catch (MessagingException e) {
      return false;
    }
  }

  private String protocol() {
    return settings.security() == ImapSettings.Security.TLS ? "imaps" : "imap";
  }

  private Properties properties() {
    String begin = "mail." + protocol() + ".";
    Properties all = new Properties();
    all.setProperty(begin + "connectiontimeout", CONNECT_MS);
    all.setProperty(begin + "timeout", readMs);
    all.setProperty(begin + "writetimeout", READ_MS);
    all.setProperty(begin + "peek", "true");
    all.setProperty(begin + "fetchsize", Integer.toString(1 << 20));
    all.setProperty(begin + "ssl.checkserveridentity", "true");
    all.setProperty(begin + "ssl.protocols", "TLSv1.3 TLSv1.2");
    if (settings.security() == ImapSettings.Security.STARTTLS) {
      all.setProperty(begin + "starttls.enable", "true");
      all.setProperty(begin + "starttls.required", "true");
    }
    if (settings.token()) {
      all.setProperty(begin + "auth.mechanisms", "XOAUTH2");
    }
    return all;
  }

  @Override
  public synchronized void close() {
    try {
      if (store != null) {
        store.close();
      }
    } catch (MessagingException | RuntimeException e) {
      // It is let go of in any case.
    }
    store = null;
  }
}

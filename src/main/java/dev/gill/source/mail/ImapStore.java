package dev.gill.source.mail;

import dev.gill.model.SourceId;
import dev.gill.source.SourceException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import jakarta.mail.event.MailEvent;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;

/**
 * Folders of an IMAP server (RFC 9051 and before). A look asks each folder's state with one
 * command; only where that differs it is asked what changed, or, of a server that cannot say, the
 * ids of all that it holds, and the heads of what is new. Nothing is changed there: folders are
 * opened to be read, and nothing is marked as seen.
 */
final class ImapStore implements MailStore {
  private final SourceId source;
  private final ImapSettings settings;
  private final ImapConnection connection;
  private final ImapFolders folders;
  private Map<String, ImapFolderState> states = new HashMap<>();
  private Optional<Mailbox> last = Optional.empty();
  private Optional<ImapWatch> watch = Optional.empty();
  private Runnable wake = () -> {};

  ImapStore(SourceId source, ImapSettings settings) {
    this.source = source;
    this.settings = settings;
    this.connection = new ImapConnection(settings);
    this.folders = new ImapFolders(settings.folder(), connection);
  }

  @Override
  public Mailbox look() throws SourceException, InterruptedException {
    try {
      return again(this::lookOnce);
    } catch (MessagingException | RuntimeException e) {
      throw failed(e);
    }
  }

  @Override
  public Optional<byte[]> read(String folder, Head head)
      throws SourceException, MessageException, InterruptedException {
    try {
      return again(() -> readOnce(folder, head));
    } catch (MessagingException | RuntimeException e) {
      throw failed(e);
    }
  }

  /** What a command on the server comes to. */
  private interface Asking<T> {
    T ask() throws MessagingException, InterruptedException;
  }

  /** A connection that has rested may be gone; then a new one is tried, once. */
  private <T> T again(Asking<T> asking) throws MessagingException, InterruptedException {
    boolean rested = connection.isOpen();
    try {
      return asking.ask();
    } catch (MessagingException e) {
      disconnect();
      if (!rested || e instanceof FolderNotFoundException) {
        throw e;
      }
      return asking.ask();
    }
  }

  private Mailbox lookOnce() throws MessagingException, InterruptedException {
    Map<String, ImapFolderState> now = new HashMap<>();
    SortedMap<String, List<Head>> heads = new TreeMap<>();
    folders.close(); // of an open folder servers say how it was when it was opened
    for (IMAPFolder folder : folders.all()) {
      if (Thread.interrupted()) {
        throw new InterruptedException("asked to stop while reading mail");
      }
      String name = folder.getFullName();
      ImapFolderState state = state(folder, Optional.ofNullable(states.get(name)));
      now.put(name, state);
      heads.put(folders.path(folder), List.copyOf(state.heads().values()));
    }
    boolean same = last.isPresent() && states.equals(now);
    states = now;
    if (!same) {
      last = Optional.of(new Mailbox(heads));
    }
    watch();
    return last.get();
  }

  private ImapFolderState state(IMAPFolder folder, Optional<ImapFolderState> before)
      throws MessagingException {
    ImapStatus status = ImapStatus.of(folder, connection.knows("CONDSTORE"));
    if (before.isPresent() && status.modseq() > 0 && before.get().status().equals(status)) {
      return before.get();
    }
    if (before.isPresent() && connection.knows("QRESYNC") && before.get().comparable(status)) {
      Optional<List<MailEvent>> said = folders.openedSince(folder, before.get().since());
      if (said.isPresent()) {
        return before.get().resynced(folder, said.get(), status);
      }
    }
    ImapFolderState known =
        before
            .filter(state -> state.status().validity() == status.validity())
            .orElseGet(() -> new ImapFolderState(status, new TreeMap<>()));
    return known.refreshed(folders.opened(folder), status);
  }

  private Optional<byte[]> readOnce(String path, Head head) throws MessagingException {
    IMAPFolder folder = folders.opened(folders.at(path));
    String[] ref = head.ref().split(":");
    if (folder.getUIDValidity() != Long.parseLong(ref[0])) {
      return Optional.empty();
    }
    IMAPMessage message = (IMAPMessage) folder.getMessageByUID(Long.parseLong(ref[1]));
    if (message == null) {
      return Optional.empty();
    }
    message.setPeek(true);
    try (var stream = message.getMimeStream()) {
      return Optional.of(stream.readAllBytes());
    } catch (IOException e) {
      throw new MessagingException("cut", e);
    }
  }

  private void watch() {
    if (watch.isEmpty() && connection.knows("IDLE")) {
      watch = Optional.of(ImapWatch.start(settings, () -> wake.run()));
    }
  }

  /** How changes are found, for people. */
  String ways() {
    return "%s; %s."
        .formatted(
            connection.knows("IDLE")
                ? "The server says at once what comes into the followed folder (IDLE)"
                : "The server does not say by itself what comes (no IDLE)",
            connection.knows("QRESYNC")
                ? "a look asks each folder for its state, which changes with everything in it (CONDSTORE), and where it did, what changed (QRESYNC)"
                : connection.knows("CONDSTORE")
                    ? "a look asks each folder for its state, which changes with everything in it (CONDSTORE)"
                    : "a look lists what each folder holds (no CONDSTORE)");
  }

  private SourceException failed(Exception e) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("asked to stop while reading mail");
    }
    disconnect();
    return ImapProblems.of(e, source, settings);
  }

  private void disconnect() {
    folders.forget();
    connection.close();
  }

  @Override
  public void onSignal(Runnable wake) {
    this.wake = wake;
  }

  @Override
  public void close() {
    watch.ifPresent(ImapWatch::close);
    disconnect();
  }
}

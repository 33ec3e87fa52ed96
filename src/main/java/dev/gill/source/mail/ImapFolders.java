package dev.gill.source.mail;

import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import jakarta.mail.event.MailEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.ResyncData;

/** The folders that are followed, by their names there and their paths here. */
final class ImapFolders {
  private final String top;
  private final ImapConnection connection;
  private Optional<IMAPFolder> open = Optional.empty();

  ImapFolders(String top, ImapConnection connection) {
    this.top = top;
    this.connection = connection;
  }

  /** The folder at a path below the followed one. */
  IMAPFolder at(String path) throws MessagingException {
    IMAPFolder root = connection.folder(top);
    return path.isEmpty()
        ? root
        : connection.folder(top + root.getSeparator() + path.replace('/', root.getSeparator()));
  }

  /** The followed folder and all in it that hold messages. */
  List<IMAPFolder> all() throws MessagingException {
    IMAPFolder root = connection.folder(top);
    if (!root.exists()) {
      throw new FolderNotFoundException(root);
    }
    List<IMAPFolder> all = new ArrayList<>(List.of(root));
    for (Folder each : root.list("*")) {
      all.add((IMAPFolder) each);
    }
    all.removeIf(
        folder -> {
          try {
            return (folder.getType() & Folder.HOLDS_MESSAGES) == 0;
          } catch (MessagingException e) {
            return true;
          }
        });
    return all;
  }

  /** Below the followed folder, with slashes. */
  String path(IMAPFolder folder) throws MessagingException {
    String name = folder.getFullName();
    String root = top;
    return name.equals(root)
        ? ""
        : name.substring(root.length() + 1).replace(folder.getSeparator(), '/');
  }

  /** Opens a folder to be read; one is open at a time. */
  IMAPFolder opened(IMAPFolder folder) throws MessagingException {
    if (open.filter(each -> each.isOpen() && each.getFullName().equals(folder.getFullName()))
        .isEmpty()) {
      close();
      folder.open(Folder.READ_ONLY);
      open = Optional.of(folder);
    }
    return open.get();
  }

  /**
   * Opens a folder anew, and has the server say what has changed in it since (QRESYNC).
   *
   * @return empty if it does not after all, and the folder is not open
   */
  Optional<List<MailEvent>> openedSince(IMAPFolder folder, ResyncData since) {
    close();
    try {
      List<MailEvent> said = folder.open(Folder.READ_ONLY, since);
      open = Optional.of(folder);
      return Optional.of(said == null ? List.of() : said);
    } catch (MessagingException e) {
      return Optional.empty(); // what is asked next says whether it is the server as a whole
    }
  }

  void close() {
    try {
      if (open.isPresent() && open.get().isOpen()) {
        open.get().close(false);
      }
    } catch (MessagingException | RuntimeException e) {
      // It is let go of in any case.
    }
    open = Optional.empty();
  }

  /** The connection is gone, and what was open with it. */
  void forget() {
    open = Optional.empty();
  }
}

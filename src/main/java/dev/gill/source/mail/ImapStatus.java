package dev.gill.source.mail;

import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.protocol.Status;

/**
 * A folder's state as the server sums it up.
 *
 * @param validity another one says that all ids have changed
 * @param next the id that the next message gets
 * @param total how many messages there are
 * @param modseq changes with every change, of marks too (RFC 7162); -1 where the server has none
 */
record ImapStatus(long validity, long next, int total, long modseq) {
  static ImapStatus of(IMAPFolder folder, boolean counted) throws MessagingException {
    String[] items =
        counted
            ? new String[] {"MESSAGES", "UIDNEXT", "UIDVALIDITY", "HIGHESTMODSEQ"}
            : new String[] {"MESSAGES", "UIDNEXT", "UIDVALIDITY"};
    String name = folder.getFullName();
    Status status = (Status) folder.doCommand(protocol -> protocol.status(name, items));
    return new ImapStatus(
        status.uidvalidity, status.uidnext, status.total, counted ? status.highestmodseq : -1);
  }
}

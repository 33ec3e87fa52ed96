package dev.gill.source.mail;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import jakarta.mail.event.MailEvent;
import jakarta.mail.event.MessageChangedEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.MessageVanishedEvent;
import org.eclipse.angus.mail.imap.ResyncData;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;

/**
 * What is known of a folder.
 *
 * @param heads of what is there and not marked as deleted, by id
 */
record ImapFolderState(ImapStatus status, SortedMap<Long, Head> heads) {
  private static final int AT_A_TIME = 200;

  /** As the open folder is now; only heads that are not known are asked for. */
  ImapFolderState refreshed(IMAPFolder folder, ImapStatus now) throws MessagingException {
    SortedMap<Long, Head> known =
        folder.getUIDValidity() == now.validity() ? heads : new TreeMap<>();
    SortedSet<Long> living = living(folder);
    SortedMap<Long, Head> found = new TreeMap<>(known);
    found.keySet().retainAll(living);
    fetchAll(folder, living.stream().filter(uid -> !known.containsKey(uid)).toList(), found);
    return new ImapFolderState(now, found);
  }

  /** Whether the server can be asked what has changed since (RFC 7162). */
  boolean comparable(ImapStatus now) {
    return status.modseq() > 0 && now.modseq() > 0 && status.validity() == now.validity();
  }

  /** From when on the server is to say what has changed. */
  ResyncData since() {
    return new ResyncData(status.validity(), status.modseq());
  }

  /**
   * As the folder is now, by what the server said when it was opened {@link #since}. Where that
   * leaves more than there is, all ids are asked for.
   */
  ImapFolderState resynced(IMAPFolder folder, List<MailEvent> said, ImapStatus now)
      throws MessagingException {
    SortedMap<Long, Head> found = new TreeMap<>(heads);
    SortedSet<Long> news = new TreeSet<>();
    for (MailEvent each : said) {
      if (each instanceof MessageVanishedEvent gone) {
        Arrays.stream(gone.getUIDs()).forEach(found::remove);
      } else if (each instanceof MessageChangedEvent changed) {
        Message message = changed.getMessage();
        long uid = folder.getUID(message);
        if (message.isSet(Flags.Flag.DELETED)) {
          found.remove(uid);
        } else if (!found.containsKey(uid)) {
          news.add(uid);
        }
      }
    }
    if (folder.getUIDValidity() != now.validity()
        || found.size() + news.size() > folder.getMessageCount()) {
      return refreshed(folder, now);
    }
    fetchAll(folder, List.copyOf(news), found);
    return new ImapFolderState(now, found);
  }

  @SuppressWarnings("unchecked")
  private static SortedSet<Long> living(IMAPFolder folder) throws MessagingException {
    return (SortedSet<Long>)
        folder.doCommand(
            protocol -> {
              Response[] answers = protocol.command("UID SEARCH UNDELETED", null);
              SortedSet<Long> living = new TreeSet<>();
              for (Response answer : answers) {
                if (answer instanceof IMAPResponse found && found.keyEquals("SEARCH")) {
                  for (long uid = found.readLong(); uid >= 0; uid = found.readLong()) {
                    living.add(uid);
                  }
                }
              }
              protocol.notifyResponseHandlers(answers);
              protocol.handleResult(answers[answers.length - 1]);
              return living;
            });
  }

  private static void fetchAll(IMAPFolder folder, List<Long> uids, SortedMap<Long, Head> found)
      throws MessagingException {
    for (int from = 0; from < uids.size(); from += AT_A_TIME) {
      fetch(folder, uids.subList(from, Math.min(uids.size(), from + AT_A_TIME)), found);
    }
  }

  private static void fetch(IMAPFolder folder, List<Long> uids, SortedMap<Long, Head> found)
      throws MessagingException {
    Message[] messages =
        folder.getMessagesByUID(uids.stream().mapToLong(Long::longValue).toArray());
    List<Message> there = new ArrayList<>();
    for (Message message : messages) {
      if (message != null) {
        there.add(message);
      }
    }
    FetchProfile profile = new FetchProfile();
    profile.add(UIDFolder.FetchProfileItem.UID);
    profile.add(FetchProfile.Item.ENVELOPE);
    profile.add(FetchProfile.Item.CONTENT_INFO);
    profile.add(FetchProfile.Item.SIZE);
    profile.add("References");
    profile.add("In-Reply-To");
    folder.fetch(there.toArray(Message[]::new), profile);
    for (Message message : there) {
      long uid = folder.getUID(message);
      Head head = ImapHeads.of((IMAPMessage) message, folder.getUIDValidity() + ":" + uid);
      found.put(uid, head);
    }
  }
}

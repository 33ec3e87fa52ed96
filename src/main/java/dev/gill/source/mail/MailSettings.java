package dev.gill.source.mail;

import dev.gill.model.Audience;
import dev.gill.model.Identity;
import dev.gill.model.People;
import dev.gill.model.Rights;
import dev.gill.model.Scope;
import dev.gill.model.SourceId;
import dev.gill.source.Audiences;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which mail is followed.
 *
 * @param server the IMAP server; empty for files
 * @param path a folder of {@code .eml} and {@code mbox} files, or one {@code mbox}; empty for IMAP
 * @param link where the team reads a message, with {@code {id}} for its Message-ID and {@code
 *     {folder}}; empty for {@code message:} links
 * @param audience of folders that are not named in {@code audiences}
 * @param audiences of folders, with all that lie in them, by their path below the followed one
 * @param include globs of folders; none means all
 * @param exclude globs of folders, which win over {@code include}
 * @param people of whom nothing is read that they wrote
 * @param workDir where it is kept what was reported
 */
record MailSettings(
    SourceId id,
    Optional<ImapSettings> server,
    Optional<Path> path,
    String link,
    Audience audience,
    SortedMap<String, Audience> audiences,
    List<String> include,
    List<String> exclude,
    long maxBytes,
    People people,
    Path workDir) {
  /** The largest message that is read unless configured otherwise: 64 MiB. */
  static final long MAX_BYTES = 64L << 20;

  MailSettings {
    audiences = new TreeMap<>(audiences);
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
  }

  /** Mail does not say who else may read it, so a folder has the readers that are configured. */
  Scope scope(String folder) {
    return Audiences.scope(id, audiences.keySet(), folder);
  }

  Rights rights() {
    return Audiences.rights(id, audience, audiences);
  }

  /** What decides which documents are reported, and how. */
  String choice() {
    return String.join(
        "\n",
        server.map(ImapSettings::place).orElse(""),
        path.map(Path::toString).orElse(""),
        link,
        audiences.keySet().toString(),
        include.toString(),
        exclude.toString(),
        Long.toString(maxBytes),
        people.digest());
  }

  /** Whether whoever writes from this address wants nothing of theirs to be read. */
  boolean optedOut(String address) {
    return !address.isBlank() && people.optedOut(List.of(Identity.email(address)));
  }
}
